"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { retractAdmissionAction, retractCheckAction } from "@/lib/listings/actions";
import { useErrorWords } from "../error-words";
import { FoldedForm } from "../folded-form";
import { StaffArea } from "../staff-area";
import { typedIn, useStaffAction } from "../staff-forms";

interface RetractFormProps {
  /** A check of a fact, or an answer about getting in. */
  of: "fact" | "admission";
  listingId: string;
  checkId: string;
  /** What was checked, so that each button of the page has its own name. */
  name: string;
}

/** Retracts a check that was wrong, with the reason. */
export function RetractForm({ of, listingId, checkId, name }: RetractFormProps) {
  const t = useTranslations("admin");
  const form = `retract ${checkId}`;
  const [state, action, pending] = useStaffAction(form, of === "fact" ? retractCheckAction : retractAdmissionAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const field = `reason.${checkId}`;
  return (
    <FoldedForm
      name={form}
      action={action}
      title={t("facts.retract")}
      subject={name}
      isOpen={state !== null}
      failure={state?.status === "failed" ? state.code : null}
    >
      <input type="hidden" name="id" value={listingId} />
      <input type="hidden" name="checkId" value={checkId} />
      <StaffArea
        audience="staff"
        id={field}
        name="reason"
        label={t("facts.retractReason")}
        hint={t("facts.retractHint")}
        rows={2}
        defaultValue={typedIn(state)?.reason}
        error={errors.reason}
      />
      <Button look="danger" disabled={pending}>
        {t("facts.retractButton")}
        <span className="sr-only">: {name}</span>
      </Button>
    </FoldedForm>
  );
}
