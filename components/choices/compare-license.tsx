import { FactMark } from "@/components/listings/fact-mark";
import { absenceText, allowanceText, endedText, licenseClassText } from "@/components/listings/license-text";
import { sourceText } from "@/components/listings/source-line";
import { agreementOf, bestLicense } from "@/lib/choices/comparison";
import type { ChosenLicense, ChosenListing } from "@/lib/choices/types";
import { resolveFacts } from "@/lib/facts/facts";
import { hasLapsed } from "@/lib/facts/license";
import { licenseAbsenceOf, licenseStandingOf, type LicenseStanding } from "@/lib/facts/license-standing";
import { formatDay, today } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { CompareRow } from "./compare-row";

/** The state's word for a license: the one that lasts longest, or why none is shown. */
export function licenseRow(locale: Locale, places: ChosenListing[]): CompareRow {
  const values = places.map((place) => {
    const { state } = standingOf(place);
    // What was not found in a list is no answer.
    return state === "current" || state === "ended" ? state : null;
  });
  return {
    key: "stateLicense",
    label: getTranslator(locale, "compare.stateLicense")("label"),
    agreement: agreementOf(values),
    cells: places.map((place) => <Cell key={place.slug} locale={locale} place={place} />),
  };
}

function standingOf({ licenses, stateListAsOf }: ChosenListing): LicenseStanding {
  return licenseStandingOf(licenses, stateListAsOf, today());
}

function Cell({ locale, place }: { locale: Locale; place: ChosenListing }) {
  const t = getTranslator(locale, "compare.stateLicense");
  const license = bestLicense(place.licenses);
  if (!license && place.exemptionReason) return t("exempt", { reason: place.exemptionReason });
  return license ? <License locale={locale} license={license} /> : <NoLicense locale={locale} place={place} />;
}

/** A license that has ended is marked by words alone: it may have been renewed. */
function License({ locale, license }: { locale: Locale; license: ChosenLicense }) {
  const t = getTranslator(locale, "compare.stateLicense");
  const { current, expiresOn, asOf } = license;
  const isEnded = hasLapsed(license, today());
  return (
    <>
      {current && <FactMark locale={locale} value="yes" />}
      <span className="block first-letter:uppercase">{licenseClassText(locale, license)}</span>
      <span className="block first-letter:uppercase">{allowanceText(locale, license)}</span>
      {expiresOn && (
        <span className="block first-letter:uppercase">
          {isEnded ? endedText(locale, expiresOn, asOf) : t("until", { date: formatDay(locale, expiresOn) })}
        </span>
      )}
      <span className="block text-xs text-muted">
        {sourceText(locale, { source: "dhcs", asOf, asOfPrecision: "day" })}
      </span>
    </>
  );
}

function NoLicense({ locale, place }: { locale: Locale; place: ChosenListing }) {
  const t = getTranslator(locale, "compare.stateLicense");
  const absence = licenseAbsenceOf(standingOf(place), resolveFacts(place.sheets));
  if (!absence) return null;
  const isLeftOut = absence.why === "not_found" && place.kind === "opioid_treatment_program";
  return (
    <>
      <span className="block">{absenceText(locale, absence, "short")}</span>
      {isLeftOut && <span className="block text-xs text-muted">{t("opioidProgram")}</span>}
      {"fact" in absence && <span className="block text-xs text-muted">{sourceText(locale, absence.fact)}</span>}
    </>
  );
}
