"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { changeRoleAction, removeMemberAction, resetPasswordAction, type MemberResult } from "@/lib/staff/actions";
import { STAFF_ROLES, type StaffRole } from "@/lib/staff/types";
import { NewPasswordNotice } from "./new-password-notice";

interface MemberFormsProps {
  staffId: string;
  name: string;
  role: StaffRole;
}

/** Role, new password and removal of one member. */
export function MemberForms({ staffId, name, role }: MemberFormsProps) {
  const t = useTranslations("admin");
  const [changed, change] = useActionState(changeRoleAction, null);
  const [reset, resetPassword] = useActionState(resetPasswordAction, null);
  const [removed, remove] = useActionState(removeMemberAction, null);
  const id = <input type="hidden" name="staffId" value={staffId} />;
  return (
    <details>
      <summary className="min-h-11 font-semibold text-accent">{t("people.manage")}</summary>
      <div className="space-y-3 py-2">
        <Answer result={changed} />
        <Answer result={reset} />
        <Answer result={removed} />
        <form action={change} className="flex flex-wrap items-center gap-2">
          {id}
          <select
            key={role}
            name="role"
            defaultValue={role}
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
        </form>
        <form action={resetPassword}>
          {id}
          <Button look="quiet">{t("people.reset", { name })}</Button>
        </form>
        <form action={remove} className="space-y-1">
          {id}
          <p className="text-muted">{t("people.removeLead")}</p>
          <Button look="danger">{t("people.remove", { name })}</Button>
        </form>
      </div>
    </details>
  );
}

function Answer({ result }: { result: MemberResult | null }) {
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
