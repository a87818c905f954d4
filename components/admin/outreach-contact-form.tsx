"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SHARED_FIELDS, type SharedField } from "@/lib/consents/types";
import { recordOutreachAction, type ContactResult } from "@/lib/outreach/actions";
import type { OutreachRefusal } from "@/lib/outreach/types";

interface OutreachContactFormProps {
  inquiryId: string;
  listingId: string;
  /** Why this place may not be contacted; null when it may. */
  refusal: OutreachRefusal | null;
  mayShare: SharedField[];
  /** What the person did not give. */
  missing: SharedField[];
}

/** A contact is written down before it is made; what may not be is disabled and says why. */
export function OutreachContactForm({ inquiryId, listingId, refusal, mayShare, missing }: OutreachContactFormProps) {
  const t = useTranslations("admin.outreach");
  const fields = useTranslations("admin.inquiry.shared");
  const [state, action, pending] = useActionState<ContactResult | null, FormData>(recordOutreachAction, null);
  const hintOf = (field: SharedField) => {
    if (!mayShare.includes(field)) return t("notAllowed");
    return missing.includes(field) ? t("notGiven") : undefined;
  };
  return (
    <form action={action} className="space-y-4">
      {state && state.status !== "ok" && (
        <Notice tone="danger" role="alert">
          {state.status === "failed" ? t(`refusal.${state.code}`) : t("unreadable")}
        </Notice>
      )}
      <input type="hidden" name="inquiryId" value={inquiryId} />
      <input type="hidden" name="listingId" value={listingId} />
      <input type="hidden" name="way" value="call" />
      <p>{t("byCall")}</p>
      <fieldset className="grid gap-2" disabled={refusal !== null}>
        <legend className="mb-1 font-semibold">{t("share")}</legend>
        {SHARED_FIELDS.map((field) => (
          <Checkbox
            key={field}
            name={`share.${field}`}
            label={fields(field)}
            hint={hintOf(field)}
            disabled={hintOf(field) !== undefined}
            defaultChecked={field === "needs" && hintOf(field) === undefined}
          />
        ))}
      </fieldset>
      <p id="contact-why" className={refusal ? "font-semibold text-danger" : "text-sm text-muted"}>
        {refusal ? t(`refusal.${refusal}`) : t("contactHint")}
      </p>
      <Button disabled={refusal !== null || pending} aria-describedby="contact-why" className="disabled:opacity-60">
        {t("contactNow")}
      </Button>
    </form>
  );
}
