"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { noteLicenseAction } from "@/lib/listings/actions";
import { useErrorWords } from "../error-words";
import { FoldedForm } from "../folded-form";
import { StaffArea } from "../staff-area";
import { typedIn, useStaffAction } from "../staff-forms";

/** Says why a license is not the listing's, with evidence. */
export function LicenseNoteForm({ listingId, number }: { listingId: string; number: string }) {
  const t = useTranslations("admin");
  const form = `note ${number}`;
  const [state, action, pending] = useStaffAction(form, noteLicenseAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  return (
    <FoldedForm
      name={form}
      action={action}
      title={t("listing.licenseNote")}
      subject={number}
      isOpen={state !== null}
      failure={state?.status === "failed" ? state.code : null}
    >
      <input type="hidden" name="id" value={listingId} />
      <input type="hidden" name="licenseNumber" value={number} />
      <StaffArea
        audience="staff"
        id={`note.${number}`}
        name="note"
        label={t("listing.licenseNoteWords")}
        rows={2}
        defaultValue={typedIn(state)?.note}
        error={errors.note}
      />
      <StaffArea
        audience="staff"
        id={`evidence.${number}`}
        name="evidence"
        label={t("facts.evidence")}
        hint={t("facts.evidenceHint")}
        rows={2}
        defaultValue={typedIn(state)?.evidence}
        error={errors.evidence}
      />
      <Button disabled={pending}>
        {t("listing.licenseNoteButton")}
        <span className="sr-only">: {number}</span>
      </Button>
    </FoldedForm>
  );
}
