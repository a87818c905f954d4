"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Select, TextField } from "@/components/ui/field";
import { declareInterestAction } from "@/lib/interests/actions";
import { INTEREST_REASONS } from "@/lib/interests/types";
import { useErrorWords } from "../error-words";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

/** Declares a conflict of interest with a place. */
export function InterestForm() {
  const t = useTranslations("admin.interest");
  const [state, action, pending] = useStaffAction("interest", declareInterestAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const values = typedIn(state) ?? {};
  return (
    <StaffForm name="interest" action={action} className="grid max-w-prose gap-4">
      {state?.status === "ok" && <output>{t("declared")}</output>}
      <TextField
        name="listing"
        label={t("listing")}
        hint={t("listingHint")}
        error={errors.listing}
        defaultValue={values.listing}
      />
      <Select name="reason" label={t("reason")} error={errors.reason} defaultValue={values.reason}>
        {INTEREST_REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {t(`reasons.${reason}`)}
          </option>
        ))}
      </Select>
      <div>
        <Button look="quiet" disabled={pending}>
          {t("declare")}
        </Button>
      </div>
    </StaffForm>
  );
}
