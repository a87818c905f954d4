"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { decideCallAction } from "@/lib/calls/actions";
import { useErrorWords } from "../error-words";
import { StaffArea } from "../staff-area";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

/** Take over what was answered, or leave our records as they are, with the reason. */
export function CallDecisionForm({ id, place }: { id: string; place: string }) {
  const t = useTranslations("admin.calls");
  const [state, action, pending] = useStaffAction(`call ${id}`, decideCallAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const typed = typedIn(state);
  return (
    <StaffForm key={JSON.stringify(typed)} name={`call ${id}`} action={action} className="space-y-3">
      {state?.status === "failed" && (
        <Notice tone="danger" role="alert">
          {t(`failed.${state.code}`)}
        </Notice>
      )}
      <input type="hidden" name="id" value={id} />
      <Button name="decision" value="accept" disabled={pending}>
        {t("accept")}
        <span className="sr-only">: {place}</span>
      </Button>
      <StaffArea
        audience="staff"
        name="reason"
        id={`reason-${id}`}
        label={t("reason")}
        hint={t("reasonHint")}
        rows={2}
        defaultValue={typed?.reason ?? ""}
        error={errors.reason}
      />
      <Button look="quiet" name="decision" value="refuse" disabled={pending}>
        {t("refuse")}
        <span className="sr-only">: {place}</span>
      </Button>
    </StaffForm>
  );
}
