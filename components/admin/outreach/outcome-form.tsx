"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { noteOutcomeAction } from "@/lib/outreach/actions";
import { OUTREACH_OUTCOMES, OUTREACH_STEPS, type OutreachOutcome, type OutreachStep } from "@/lib/outreach/types";
import { useErrorWords } from "../error-words";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

interface OutreachOutcomeFormProps {
  id: string;
  inquiryId: string;
  outcome: OutreachOutcome | null;
  nextStep: OutreachStep | null;
}

/** What a place answered, and what follows. */
export function OutreachOutcomeForm({ id, inquiryId, outcome, nextStep }: OutreachOutcomeFormProps) {
  const t = useTranslations("admin.outreach");
  const words = useTranslations("admin.form");
  const [state, action, pending] = useStaffAction(`outcome ${id}`, noteOutcomeAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const typed = typedIn(state) ?? { outcome: outcome ?? "", nextStep: nextStep ?? "" };
  return (
    <StaffForm name={`outcome ${id}`} action={action} className="mt-2 space-y-3">
      {state?.status === "failed" && (
        <Notice tone="danger" role="alert">
          {t(state.code === "interested" ? "outcomeInterested" : "outcomeGone")}
        </Notice>
      )}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="inquiryId" value={inquiryId} />
      <div key={JSON.stringify(typed)} className="grid items-end gap-3 sm:grid-cols-2">
        <Select name="outcome" label={t("outcome")} defaultValue={typed.outcome} error={errors.outcome}>
          <option value="">{words("choose")}</option>
          {OUTREACH_OUTCOMES.map((each) => (
            <option key={each} value={each}>
              {t(`outcomes.${each}`)}
            </option>
          ))}
        </Select>
        <Select name="nextStep" label={t("nextStep")} defaultValue={typed.nextStep} error={errors.nextStep}>
          <option value="">{words("choose")}</option>
          {OUTREACH_STEPS.map((each) => (
            <option key={each} value={each}>
              {t(`steps.${each}`)}
            </option>
          ))}
        </Select>
      </div>
      <Button disabled={pending}>{t("saveOutcome")}</Button>
    </StaffForm>
  );
}
