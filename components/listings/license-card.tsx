import { hasLapsed } from "@/lib/facts/license";
import type { LicenseView } from "@/lib/listings/types";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { bedsText, endedText, licenseClassText, medicineText } from "./license-text";

interface LicenseCardProps {
  locale: Locale;
  license: LicenseView;
  /** YYYY-MM-DD in Los Angeles. */
  today: string;
}

/** One license as the state's list has it, and how we know that it is the place's. */
export function LicenseCard({ locale, license, today }: LicenseCardProps) {
  const t = getTranslator(locale, "listings.licenses");
  const { number, facilityName, legalEntity, street, city, offersDetox, expiresOn } = license;
  const ended = hasLapsed(license, today) ? expiresOn : null;
  const agreement = license.agreement.map((part) => t(`agreement.${part}`)).join(", ");
  const rows = [
    { term: "number", words: number },
    { term: "issuedTo", words: facilityName },
    { term: "legalEntity", words: legalEntity },
    { term: "address", words: street ? `${street}, ${city}` : t("hidden", { city }) },
    { term: "type", words: licenseClassText(locale, license) },
    { term: "beds", words: bedsText(locale, license) },
    { term: "detox", words: offersDetox && t("included") },
    { term: "medicine", words: medicineText(locale, license) },
    { term: "expires", words: !ended && (expiresOn ? formatDay(locale, expiresOn) : t("noDate")) },
    { term: "foundBy", words: t("found", { basis: t(`basis.${license.basis}`), agreement }) },
  ] as const;
  return (
    <li className="rounded-lg border border-line bg-surface p-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {rows.map(
          ({ term, words }) =>
            words && (
              <div key={term} className="contents">
                <dt className="text-muted">{t(term)}</dt>
                <dd className="min-w-0 break-words">{words}</dd>
              </div>
            ),
        )}
      </dl>
      {!license.isCertain && <p className="mt-2 text-sm text-muted">{t("probable")}</p>}
      {ended && (
        <p className="mt-2 text-sm font-semibold text-warning first-letter:uppercase">
          {endedText(locale, ended, license.asOf)}
        </p>
      )}
    </li>
  );
}
