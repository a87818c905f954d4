import type { ReactNode } from "react";
import { Changes } from "@/components/corrections/changes";
import { Notice } from "@/components/ui/notice";
import { EMAIL_KEPT_DAYS } from "@/lib/corrections/retention";
import type { CorrectionDetail } from "@/lib/corrections/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** What the reporter wrote, and the decision; only for the member who opened it. */
export function CorrectionWords({ locale, correction }: { locale: Locale; correction: CorrectionDetail }) {
  const t = getTranslator(locale, "admin.correction");
  const words = getTranslator(locale, "corrections");
  const { status, topic, grounds, wrong, right, evidence, email } = correction;
  const { createdAt, erasedAt, decidedAt, changes, publicNote, publicNoteLocale, declineReason, answer } = correction;
  return (
    <section aria-labelledby="report-title" className="space-y-4">
      <h2 id="report-title" className="text-xl">
        {t("report")}
      </h2>
      {erasedAt && <Notice tone="warning">{t("erased", { moment: formatMoment(locale, erasedAt) })}</Notice>}
      {correction.isUnreadable && <Notice tone="warning">{t("unreadable")}</Notice>}
      {status === "spam" && !erasedAt && (
        <Notice tone="warning" title={t("status.spam")}>
          {t("spamLead")}
        </Notice>
      )}
      <p className="text-sm text-muted">
        {t("received", { moment: formatMoment(locale, createdAt) })} · {correction.locale}
      </p>
      <dl className="grid gap-x-6 gap-y-1 rounded-md border border-line bg-surface p-4 sm:grid-cols-[9rem_1fr] sm:gap-y-3">
        <Entry term={t("columns.topic")}>{words(`topics.${topic}`)}</Entry>
        <Entry term={t("wrong")}>{wrong}</Entry>
        <Entry term={t("right")}>{right}</Entry>
        <Entry term={t("columns.grounds")}>{words(`grounds.${grounds}`)}</Entry>
        <Entry term={t("evidence")}>{evidence}</Entry>
        <Entry term={t("email")}>
          {email && (
            <>
              <a href={`mailto:${email}`} className="text-link">
                {email}
              </a>
              {"\n"}
              <span className="text-sm text-muted">{t("emailKept", { days: EMAIL_KEPT_DAYS })}</span>
            </>
          )}
        </Entry>
        {decidedAt && <Entry term={t("decided")}>{formatMoment(locale, decidedAt)}</Entry>}
        {changes && changes.length > 0 && (
          <Entry term={t("changed")}>
            <Changes locale={locale} changes={changes} />
          </Entry>
        )}
        {answer && answer !== "cancelled" && (
          <Entry term={t("answer")}>{getTranslator(locale, "admin.inquiry.mailState")(answer)}</Entry>
        )}
        {publicNote && (
          <Entry term={t("publicNote")}>
            <span lang={publicNoteLocale ?? undefined}>{publicNote}</span>
          </Entry>
        )}
        {declineReason && <Entry term={t("declineReason")}>{declineReason}</Entry>}
      </dl>
    </section>
  );
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="font-semibold">{term}</dt>
      <dd className="mb-2 wrap-anywhere whitespace-pre-line sm:mb-0">{children || "–"}</dd>
    </>
  );
}
