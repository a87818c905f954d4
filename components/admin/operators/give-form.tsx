"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { giveListingAction } from "@/lib/operators/actions";
import { useErrorWords } from "../error-words";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

/** Says that the operator runs a listing that goes by another name. */
export function GiveListingForm({ id, version }: { id: string; version: number }) {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("give", giveListingAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const conflict = state?.status === "conflict" ? state.current : null;
  const typed = typedIn(state);
  const failure = state?.status === "failed" ? state.code : conflict && "conflict";
  return (
    <StaffForm name="give" action={action} className="max-w-prose space-y-3">
      <h3 className="font-sans text-base font-semibold">{t("operator.give")}</h3>
      <p className="text-sm text-muted">{t("operator.giveLead")}</p>
      {failure && (
        <Notice tone="warning" role="alert">
          {t(`done.${failure}`)}
        </Notice>
      )}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={conflict?.version ?? version} />
      <TextField
        key={typed?.listing}
        name="listing"
        label={t("operator.listingUrl")}
        hint={t("operator.listingUrlHint")}
        defaultValue={typed?.listing}
        error={errors.listing}
      />
      <Button look="quiet" disabled={pending}>
        {t("operator.giveButton")}
      </Button>
    </StaffForm>
  );
}
