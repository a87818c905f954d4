import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { InquiryDetail } from "@/lib/inquiries/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** Who wrote, and what; only for the member who opened it. */
export function InquiryPerson({ locale, inquiry }: { locale: Locale; inquiry: InquiryDetail }) {
  const t = getTranslator(locale, "admin.inquiry");
  const { name, email, phone, message, suspectedSpam, createdAt, erasedAt, teamNotice, acknowledgement } = inquiry;
  return (
    <section className="space-y-4">
      {erasedAt && (
        <Notice tone="warning" title={t("erased", { moment: formatMoment(locale, erasedAt) })}>
          {t("erasedLead")}
        </Notice>
      )}
      {inquiry.isUnreadable && (
        <Notice tone="warning" title={t("unreadable")}>
          {t("unreadableLead")}
        </Notice>
      )}
      {suspectedSpam && (
        <Notice tone="warning" title={t("status.suspected")}>
          {t("suspectedLead")}
        </Notice>
      )}
      <p className="text-sm text-muted">
        {t("received", { moment: formatMoment(locale, createdAt) })} · {inquiry.locale}
      </p>
      <dl className="grid gap-x-6 gap-y-1 rounded-md border border-line bg-surface p-4 sm:grid-cols-[10rem_1fr] sm:gap-y-3">
        <Entry term={t("name")}>{name}</Entry>
        <Entry term={t("email")}>
          {email && (
            <a href={`mailto:${email}`} className="text-link">
              {email}
            </a>
          )}
        </Entry>
        <Entry term={t("phone")}>
          {phone && (
            <a href={`tel:${phone}`} className="text-link">
              {phone}
            </a>
          )}
        </Entry>
        <Entry term={t("answering.title")}>{answeringWords(locale, inquiry)}</Entry>
        <Entry term={t("message")}>
          <span className="whitespace-pre-wrap">{message}</span>
        </Entry>
        <Entry term={t("columns.mail")}>{t(`mailState.${teamNotice ?? "none"}`)}</Entry>
        <Entry term={t("acknowledgement")}>{t(`mailState.${acknowledgement ?? "none"}`)}</Entry>
      </dl>
    </section>
  );
}

/** Null for an erased inquiry, which nobody can answer. */
function answeringWords(locale: Locale, { answering, phone, erasedAt }: InquiryDetail): string | null {
  const t = getTranslator(locale, "admin.inquiry.answering");
  const { leaveMessage, preferredWay, preferredTime } = answering;
  if (erasedAt) return null;
  return [
    phone && t(leaveMessage ? "mayLeaveMessage" : "leaveNoMessage"),
    preferredWay && t(preferredWay),
    preferredTime && t(preferredTime),
  ]
    .filter(Boolean)
    .join(" · ");
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="font-semibold">{term}</dt>
      <dd className="mb-2 wrap-anywhere sm:mb-0">{children || "–"}</dd>
    </>
  );
}
