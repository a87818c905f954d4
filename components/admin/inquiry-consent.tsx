import { Notice } from "@/components/ui/notice";
import type { InquiryDetail } from "@/lib/inquiries/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** The permission as it was given, and whether it still holds. */
export function InquiryConsent({ locale, consent }: { locale: Locale; consent: InquiryDetail["consent"] }) {
  const t = getTranslator(locale, "admin.inquiry");
  const moment = (at: Date) => ({ moment: formatMoment(locale, at) });
  if (!consent)
    return (
      <Notice tone="danger" title={t("permission")}>
        {t("noPermission")}
      </Notice>
    );
  const { text, textVersion, givenAt, expiresAt, withdrawnAt } = consent;
  const expired = isPast(expiresAt);
  return (
    <Notice tone={withdrawnAt || expired ? "danger" : "success"} title={t("permission")}>
      {withdrawnAt && <p className="font-semibold">{t("withdrawn", moment(withdrawnAt))}</p>}
      {!withdrawnAt && expired && <p className="font-semibold">{t("expired", moment(expiresAt))}</p>}
      <blockquote>{text}</blockquote>
      <p className="text-sm">
        {t("given", { ...moment(givenAt), version: textVersion })}
        {!expired && <> · {t("expires", moment(expiresAt))}</>}
      </p>
    </Notice>
  );
}

function isPast(moment: Date): boolean {
  return moment.getTime() <= Date.now();
}
