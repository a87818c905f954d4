"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { checkFactAction } from "@/lib/listings/actions";
import { useErrorWords } from "../error-words";
import { Fieldset } from "../fieldset";
import { StaffArea } from "../staff-area";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";
import { AnyFactFields, AsOfField, type AttributeGroups } from "./fact-fields";

interface FactCheckFormProps {
  listingId: string;
  /** YYYY-MM-DD, what most checks are dated. */
  today: string;
  groups: AttributeGroups;
}

/** One attribute that staff checked, with evidence and date. */
export function FactCheckForm({ listingId, today, groups }: FactCheckFormProps) {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("check", checkFactAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const typed = typedIn(state);
  return (
    <StaffForm name="check" keeps action={action} className="space-y-4">
      <ErrorSummary title={t("form.errorTitle")} errors={errors} />
      {state?.status === "failed" && (
        <Notice tone="warning" role="alert">
          {t(`done.${state.code}`)}
        </Notice>
      )}
      <input type="hidden" name="id" value={listingId} />
      <Fieldset audience="public" key={JSON.stringify(typed)} legend={t("facts.check")} hint={t("facts.lead")} stacked>
        <AnyFactFields groups={groups} typed={typed} errors={errors} />
        <StaffArea
          audience="staff"
          name="evidence"
          label={t("facts.evidence")}
          hint={t("facts.evidenceHint")}
          rows={3}
          defaultValue={typed?.evidence}
          error={errors.evidence}
        />
        <AsOfField today={today} typed={typed} errors={errors} />
        <Button look="quiet" disabled={pending}>
          {t("facts.record")}
        </Button>
      </Fieldset>
    </StaffForm>
  );
}
