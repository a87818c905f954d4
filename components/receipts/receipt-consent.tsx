import { ListingName } from "@/components/listings/listing-name";
import { Notice } from "@/components/ui/notice";
import { consentState } from "@/lib/consents/consent-state";
import type { ConsentView } from "@/lib/consents/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface ReceiptConsentProps {
  locale: Locale;
  /** The newest first. */
  consents: ConsentView[];
}

/** The consent that counts, in its own words, and the ones it replaced. */
export function ReceiptConsent({ locale, consents: [current, ...former] }: ReceiptConsentProps) {
  const t = getTranslator(locale, "receipt.permission");
  if (!current) return null;
  const state = consentState(current);
  const ended = formatMoment(locale, current.endedAt ?? current.expiresAt);
  return (
    <section aria-labelledby="permission" className="grid gap-3">
      <h2 id="permission" className="text-2xl">
        {t("title")}
      </h2>
      <Notice tone={state === "active" ? "success" : "warning"}>{t(`state.${state}`, { moment: ended })}</Notice>
      <ConsentTerms locale={locale} consent={current} />
      {former.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">
            {t("former", { count: former.length })}
          </summary>
          <ul className="grid gap-4">
            {former.map((consent) => (
              <li key={consent.id} className="grid gap-2 border-l-2 border-line pl-4">
                <ConsentTerms locale={locale} consent={consent} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function ConsentTerms({ locale, consent }: { locale: Locale; consent: ConsentView }) {
  const t = getTranslator(locale, "receipt");
  const { text, textVersion, scope, places, mayShare, givenAt, expiresAt, endedAt, ending } = consent;
  const moment = (at: Date) => ({ moment: formatMoment(locale, at) });
  return (
    <>
      <blockquote lang={consent.locale} className="border-l-4 border-accent pl-4 font-serif text-lg">
        {text}
      </blockquote>
      <p>{t(`permission.scope.${scope}`)}</p>
      {places.length > 0 && (
        <ul className="list-disc pl-5">
          {places.map((place) => (
            <li key={place.slug}>
              <ListingName locale={locale} place={place} isWhole />
            </li>
          ))}
        </ul>
      )}
      <p>{t("permission.mayShare", { fields: mayShare.map((field) => t(`shared.${field}`)).join(", ") })}</p>
      <p className="text-sm text-muted">
        {t("permission.given", { ...moment(givenAt), version: textVersion })}{" "}
        {endedAt && ending
          ? t(`permission.ended.${ending}`, moment(endedAt))
          : t("permission.expires", moment(expiresAt))}
      </p>
    </>
  );
}
