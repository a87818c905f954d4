"use client";

import { useEffect, useRef, type RefObject } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { mailPlaceAction } from "@/lib/outreach/actions";
import type { OutreachMailPreview as Preview, OutreachMailRequest } from "@/lib/outreach/types";
import { StaffForm, useStaffAction } from "../staff-forms";

interface OutreachMailPreviewProps {
  preview: Preview;
  request: OutreachMailRequest;
}

/** The mail as it will be sent, with the button that sends exactly this. */
export function OutreachMailPreview({ preview, request }: OutreachMailPreviewProps) {
  const t = useTranslations("admin.outreach");
  const [state, action, pending] = useStaffAction(`sealed mail ${request.listingId}`, mailPlaceAction);
  const { id, inquiryId, listingId, template, shared } = request;
  const title = useFocusOnceShown();
  return (
    <section aria-labelledby="mail-preview" className="space-y-3 border-l-2 border-accent pl-4">
      <h4 ref={title} id="mail-preview" tabIndex={-1} className="font-semibold">
        {t("previewTitle")}
      </h4>
      <p className="text-muted">{t("previewLead")}</p>
      <dl className="grid gap-x-3 sm:grid-cols-[auto_1fr]">
        <dt className="text-muted">{t("to")}</dt>
        <dd className="wrap-anywhere">{preview.to}</dd>
        <dt className="text-muted">{t("subject")}</dt>
        <dd className="wrap-anywhere">{preview.subject}</dd>
      </dl>
      <p lang="en" className="text-sm wrap-anywhere whitespace-pre-wrap">
        {preview.text}
      </p>
      {/* After a sign-in, the form above comes back and not this one: staff must read what they send. */}
      <StaffForm name={`mail ${listingId}`} action={action} className="space-y-3">
        {state && state.status !== "ok" && state.status !== "kept" && (
          <Notice tone="danger" role="alert">
            {state.status === "failed" ? t(`refusal.${state.code}`) : t("unreadable")}
          </Notice>
        )}
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seal" value={preview.seal} />
        <input type="hidden" name="inquiryId" value={inquiryId} />
        <input type="hidden" name="listingId" value={listingId} />
        <input type="hidden" name="template" value={template} />
        {shared.map((field) => (
          <input key={field} type="hidden" name={`share.${field}`} value="on" />
        ))}
        <Button disabled={pending}>{t("send")}</Button>
      </StaffForm>
    </section>
  );
}

/** Moves the focus to what the button brought to the page. */
function useFocusOnceShown(): RefObject<HTMLHeadingElement | null> {
  const shown = useRef<HTMLHeadingElement>(null);
  useEffect(() => shown.current?.focus(), []);
  return shown;
}
