"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { changePasswordAction } from "@/lib/staff/actions";
import { useErrorWords } from "../error-words";
import { StaffForm, useStaffAction } from "../staff-forms";

/** One's own password. `email` is there for password managers, which store the two together. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("password", changePasswordAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const failure = state?.status === "failed" ? { currentPassword: t(`account.${state.code}`) } : {};
  return (
    <StaffForm name="password" action={action} className="max-w-md space-y-5">
      {state?.status === "ok" && (
        <Notice tone="success" role="alert">
          {t("account.changed")}
        </Notice>
      )}
      <ErrorSummary title={t("form.errorTitle")} errors={{ ...failure, ...errors }} />
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <TextField
        name="currentPassword"
        type="password"
        label={t("account.current")}
        autoComplete="current-password"
        error={errors.currentPassword}
      />
      <TextField
        name="newPassword"
        type="password"
        label={t("account.new")}
        hint={t("account.newHint")}
        autoComplete="new-password"
        error={errors.newPassword}
      />
      <Button disabled={pending}>{t("account.password")}</Button>
    </StaffForm>
  );
}
