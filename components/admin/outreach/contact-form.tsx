"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SharedField } from "@/lib/consents/types";
import { recordOutreachAction } from "@/lib/outreach/actions";
import type { OutreachRefusal } from "@/lib/outreach/types";
import { OutreachShareFields } from "./share-fields";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

interface OutreachContactFormProps {
  inquiryId: string;
  listingId: string;
  /** Why this place may not be contacted; null when it may. */
  refusal: OutreachRefusal | null;
  mayShare: SharedField[];
  /** What the person did not give. */
  missing: SharedField[];
}

/** A call is recorded before it is made; a forbidden one is disabled and says why. */
export function OutreachContactForm({ inquiryId, listingId, refusal, mayShare, missing }: OutreachContactFormProps) {
  const t = useTranslations("admin.outreach");
  const [state, action, pending] = useStaffAction(`call ${listingId}`, recordOutreachAction);
  const typed = typedIn(state);
  const isTicked = (field: SharedField) => (typed ? `share.${field}` in typed : field === "needs");
  return (
    <StaffForm name={`call ${listingId}`} action={action} className="space-y-4">
      {state && state.status !== "ok" && state.status !== "kept" && (
        <Notice tone="danger" role="alert">
          {state.status === "failed" ? t(`refusal.${state.code}`) : t("unreadable")}
        </Notice>
      )}
      <input type="hidden" name="inquiryId" value={inquiryId} />
      <input type="hidden" name="listingId" value={listingId} />
      <input type="hidden" name="way" value="call" />
      <fieldset disabled={refusal !== null}>
        <legend className="sr-only">{t("byCall")}</legend>
        <OutreachShareFields way="call" mayShare={mayShare} missing={missing} isTicked={isTicked} />
      </fieldset>
      <p id="contact-why" className={refusal ? "font-semibold text-danger" : "text-sm text-muted"}>
        {refusal ? t(`refusal.${refusal}`) : t("contactHint")}
      </p>
      <Button disabled={refusal !== null || pending} aria-describedby="contact-why" className="disabled:opacity-60">
        {t("contactNow")}
      </Button>
    </StaffForm>
  );
}
