"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextField } from "@/components/ui/field";
import { addMemberAction } from "@/lib/staff/actions";
import { STAFF_ROLES } from "@/lib/staff/types";
import { useErrorWords } from "../error-words";
import { NewPasswordNotice } from "./new-password-notice";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

/** A new member; their generated password is shown once. */
export function AddMemberForm() {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("member", addMemberAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const failure = state?.status === "failed" ? { email: t(`people.${state.code}`) } : {};
  const typed = typedIn(state);
  return (
    <StaffForm name="member" action={action} className="max-w-md space-y-5">
      {state?.status === "ok" && <NewPasswordNotice {...state.data} />}
      <ErrorSummary title={t("form.errorTitle")} errors={{ ...failure, ...errors }} />
      <TextField name="name" label={t("people.name")} defaultValue={typed?.name} error={errors.name} />
      <TextField name="email" type="email" label={t("people.email")} defaultValue={typed?.email} error={errors.email} />
      <Select
        key={typed?.role}
        name="role"
        label={t("people.role")}
        hint={t("people.roleHint")}
        defaultValue={typed?.role ?? "editor"}
        error={errors.role}
      >
        {STAFF_ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </Select>
      <Button disabled={pending}>{t("people.add")}</Button>
    </StaffForm>
  );
}
