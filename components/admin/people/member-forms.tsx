"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { changeRoleAction, removeMemberAction, resetPasswordAction, type MemberResult } from "@/lib/staff/actions";
import { STAFF_ROLES, type StaffRole } from "@/lib/staff/types";
import { NewPasswordNotice } from "./new-password-notice";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

interface MemberFormsProps {
  staffId: string;
  name: string;
  role: StaffRole;
}

/** Role, new password and removal of one member. */
export function MemberForms({ staffId, name, role }: MemberFormsProps) {
  const t = useTranslations("admin");
  const [changed, change] = useStaffAction(`role ${staffId}`, changeRoleAction);
  const [reset, resetPassword] = useStaffAction(`reset ${staffId}`, resetPasswordAction);
  const [removed, remove] = useStaffAction(`remove ${staffId}`, removeMemberAction);
  const id = <input type="hidden" name="staffId" value={staffId} />;
  const shown = typedIn(changed)?.role ?? role;
  return (
    <details className="min-w-60" open={changed !== null || reset !== null || removed !== null}>
      <summary className="min-h-11 font-semibold text-accent">{t("people.manage")}</summary>
      <div className="space-y-3 py-2">
        <Answer result={changed} />
        <Answer result={reset} />
        <Answer result={removed} />
        <StaffForm name={`role ${staffId}`} action={change} className="flex flex-wrap items-center gap-2">
          {id}
          <select
            key={shown}
            name="role"
            defaultValue={shown}
            aria-label={t("people.roleOf", { name })}
            className="min-h-11 rounded-md border border-line-strong bg-surface px-2"
          >
            {STAFF_ROLES.map((each) => (
              <option key={each} value={each}>
                {t(`role.${each}`)}
              </option>
            ))}
          </select>
          <Button look="quiet">{t("people.changeRole")}</Button>
        </StaffForm>
        <StaffForm name={`reset ${staffId}`} action={resetPassword} className="space-y-1">
          {id}
          <p className="text-muted">{t("people.resetLead")}</p>
          <Button look="quiet">{t("people.reset", { name })}</Button>
        </StaffForm>
        <StaffForm name={`remove ${staffId}`} action={remove} className="space-y-1">
          {id}
          <p className="text-muted">{t("people.removeLead")}</p>
          <Button look="danger">{t("people.remove", { name })}</Button>
        </StaffForm>
      </div>
    </details>
  );
}

function Answer({ result }: { result: MemberResult | { status: "kept" } | null }) {
  const t = useTranslations("admin.people");
  if (result?.status === "ok")
    return result.data ? <NewPasswordNotice {...result.data} /> : <output>{t("changed")}</output>;
  if (result?.status === "failed")
    return (
      <p role="alert" className="font-semibold text-danger">
        {t(result.code)}
      </p>
    );
  return null;
}
