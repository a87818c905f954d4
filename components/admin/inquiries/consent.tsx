import { ListingName } from "@/components/listings/listing-name";
import { Notice } from "@/components/ui/notice";
import { consentState } from "@/lib/consents/consent-state";
import type { ConsentView } from "@/lib/consents/types";
import { withdrawalPath } from "@/lib/inquiries/paths";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface InquiryConsentProps {
  locale: Locale;
  /** Of the inquiry. */
  id: string;
  /** The newest first. */
  consents: ConsentView[];
}

/** The consent that counts, whom it lets us contact, the ones it replaced, and the way to end it for the person. */
export function InquiryConsent({ locale, id, consents: [current, ...former] }: InquiryConsentProps) {
  const t = getTranslator(locale, "admin.inquiry");
  if (!current)
    return (
      <Notice tone="danger" title={t("permission")}>
        {t("noPermission")}
      </Notice>
    );
  const state = consentState(current);
  const ended = formatMoment(locale, current.endedAt ?? current.expiresAt);
  return (
    <Notice tone={state === "active" ? "success" : "danger"} title={t("permission")}>
      {state !== "active" && <p className="font-semibold">{t(`consentState.${state}`, { moment: ended })}</p>}
      <ConsentTerms locale={locale} consent={current} />
      {former.length > 0 && (
        <details className="mt-3">
          <summary className="min-h-11 cursor-pointer py-2">{t("formerPermissions", { count: former.length })}</summary>
          <ul className="grid gap-3">
            {former.map((consent) => (
              <li key={consent.id} className="border-l-2 border-line pl-3">
                <ConsentTerms locale={locale} consent={consent} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {state === "active" && (
        <p>
          <a href={withdrawalPath(id)} className="text-link inline-flex min-h-11 items-center">
            {getTranslator(locale, "admin.withdrawal")("link")}
          </a>
        </p>
      )}
    </Notice>
  );
}

function ConsentTerms({ locale, consent }: { locale: Locale; consent: ConsentView }) {
  const t = getTranslator(locale, "admin.inquiry");
  const { text, textVersion, scope, places, mayShare, givenAt, expiresAt, endedAt, ending } = consent;
  const moment = (at: Date) => ({ moment: formatMoment(locale, at) });
  return (
    <>
      <blockquote>{text}</blockquote>
      <p className="font-semibold">{t(`scope.${scope}`)}</p>
      {places.length > 0 && (
        <ul className="list-disc pl-5">
          {places.map((place) => (
            <li key={place.slug}>
              <ListingName locale={locale} place={place} isWhole />
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm">{t("mayShare", { fields: mayShare.map((field) => t(`shared.${field}`)).join(", ") })}</p>
      <p className="text-sm">
        {t("given", { ...moment(givenAt), version: textVersion })} · {t("expires", moment(expiresAt))}
        {endedAt && ending && <> · {t(`ended.${ending}`, moment(endedAt))}</>}
      </p>
    </>
  );
}
