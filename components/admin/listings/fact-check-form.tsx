"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { checkFactAction } from "@/lib/listings/actions";
import { useErrorWords } from "../error-words";
import { Fieldset } from "../fieldset";
import { StaffArea } from "../staff-area";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

interface FactCheckFormProps {
  listingId: string;
  /** YYYY-MM-DD, what most checks are dated. */
  today: string;
  groups: { label: string; attributes: { code: string; label: string }[] }[];
}

/** One attribute that staff checked, with evidence and date. */
export function FactCheckForm({ listingId, today, groups }: FactCheckFormProps) {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("check", checkFactAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const typed = typedIn(state);
  return (
    <StaffForm name="check" action={action} className="space-y-4">
      <ErrorSummary title={t("form.errorTitle")} errors={errors} />
      {state?.status === "failed" && (
        <Notice tone="warning" role="alert">
          {t(`done.${state.code}`)}
        </Notice>
      )}
      <input type="hidden" name="id" value={listingId} />
      <Fieldset audience="public" key={JSON.stringify(typed)} legend={t("facts.check")} hint={t("facts.lead")} stacked>
        <Select
          name="attribute"
          label={t("facts.attribute")}
          defaultValue={typed?.attribute ?? ""}
          error={errors.attribute}
        >
          <option value="">{t("form.choose")}</option>
          {groups.map(({ label, attributes }) => (
            <optgroup key={label} label={label}>
              {attributes.map(({ code, label: words }) => (
                <option key={code} value={code}>
                  {words} ({code})
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
        <Select name="value" label={t("facts.value")} defaultValue={typed?.value ?? ""} error={errors.value}>
          <option value="">{t("form.choose")}</option>
          {(["yes", "no", "unknown"] as const).map((value) => (
            <option key={value} value={value}>
              {t(`form.${value}`)}
            </option>
          ))}
        </Select>
        <StaffArea
          audience="staff"
          name="evidence"
          label={t("facts.evidence")}
          hint={t("facts.evidenceHint")}
          rows={3}
          defaultValue={typed?.evidence}
          error={errors.evidence}
        />
        <TextField
          name="asOf"
          label={t("facts.asOf")}
          hint={t("listing.hints.date")}
          defaultValue={typed?.asOf ?? today}
          error={errors.asOf}
        />
        <Button look="quiet" disabled={pending}>
          {t("facts.record")}
        </Button>
      </Fieldset>
    </StaffForm>
  );
}
