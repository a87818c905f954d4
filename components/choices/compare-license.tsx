import { FactMark } from "@/components/listings/fact-mark";
import { sourceText } from "@/components/listings/source-line";
import { agreementOf, bestLicense } from "@/lib/choices/comparison";
import type { ChosenListing } from "@/lib/choices/types";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { CompareRow } from "./compare-row";

/** The state's word for a license: the one that lasts longest, or that we found none. */
export function licenseRow(locale: Locale, places: ChosenListing[]): CompareRow {
  const t = getTranslator(locale, "compare.stateLicense");
  const values = places.map(({ licenses }) => {
    const license = bestLicense(licenses);
    return license && (license.current ? "yes" : "no");
  });
  return {
    key: "stateLicense",
    label: t("label"),
    agreement: agreementOf(values),
    cells: places.map((place) => <License key={place.slug} locale={locale} place={place} />),
  };
}

function License({ locale, place }: { locale: Locale; place: ChosenListing }) {
  const t = getTranslator(locale, "compare.stateLicense");
  const license = bestLicense(place.licenses);
  if (!license) return place.exemptionReason ? t("exempt", { reason: place.exemptionReason }) : t("none");
  const source = { source: "dhcs", asOf: license.asOf, asOfPrecision: "day" } as const;
  const date = license.expiresOn && formatDay(locale, license.expiresOn);
  return (
    <>
      <FactMark locale={locale} value={license.current ? "yes" : "no"} />
      {date && <span className="block">{t(license.current ? "until" : "expired", { date })}</span>}
      <span className="block text-xs text-muted">{sourceText(locale, source)}</span>
    </>
  );
}
