"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { SharedField } from "@/lib/consents/types";
import { previewMailAction } from "@/lib/outreach/actions";
import { OUTREACH_TEMPLATES, type OutreachRefusal } from "@/lib/outreach/types";
import { useErrorWords } from "../error-words";
import { OutreachMailPreview } from "./mail-preview";
import { OutreachShareFields } from "./share-fields";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

interface OutreachMailFormProps {
  inquiryId: string;
  listingId: string;
  /** Why this place may not be written to; null when it may. */
  refusal: OutreachRefusal | null;
  mayShare: SharedField[];
  /** What the person did not give. */
  missing: SharedField[];
}

/** Staff choose a mail to a place, then read it as it will be sent, then send it. */
export function OutreachMailForm({ inquiryId, listingId, refusal, mayShare, missing }: OutreachMailFormProps) {
  const t = useTranslations("admin.outreach");
  const [state, action, pending] = useStaffAction(`mail ${listingId}`, previewMailAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const typed = typedIn(state);
  const shown = state?.status === "ok" ? state.data : null;
  const isTicked = (field: SharedField) =>
    shown ? shown.request.shared.includes(field) : typed ? `share.${field}` in typed : field === "needs";
  return (
    <div className="space-y-4">
      <StaffForm name={`mail ${listingId}`} action={action} className="space-y-4">
        {state?.status === "failed" && (
          <Notice tone="danger" role="alert">
            {t(`refusal.${state.code}`)}
          </Notice>
        )}
        <input type="hidden" name="inquiryId" value={inquiryId} />
        <input type="hidden" name="listingId" value={listingId} />
        {/* React empties a form after its action, so the fields are made again with the choices. */}
        <fieldset key={JSON.stringify(state)} disabled={refusal !== null} className="space-y-4">
          <legend className="sr-only">{t("byMail")}</legend>
          <Select
            name="template"
            label={t("template")}
            defaultValue={shown?.request.template ?? typed?.template ?? "ask_room"}
            error={errors.template}
          >
            {OUTREACH_TEMPLATES.map((template) => (
              <option key={template} value={template}>
                {t(`templates.${template}`)}
              </option>
            ))}
          </Select>
          <OutreachShareFields way="email" mayShare={mayShare} missing={missing} isTicked={isTicked} />
        </fieldset>
        <p id="mail-why" className={refusal ? "font-semibold text-danger" : "text-sm text-muted"}>
          {refusal ? t(`refusal.${refusal}`) : t("mailHint")}
        </p>
        <Button
          look="quiet"
          disabled={refusal !== null || pending}
          aria-describedby="mail-why"
          className="disabled:opacity-60"
        >
          {t("preview")}
        </Button>
      </StaffForm>
      {shown && <OutreachMailPreview key={shown.request.id} {...shown} />}
    </div>
  );
}
