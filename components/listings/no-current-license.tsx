import { factOf, type Fact } from "@/lib/facts/facts";
import type { ListingKind } from "@/lib/facts/kind";
import { licenseAbsenceOf, type LicenseStanding } from "@/lib/facts/license-standing";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { absenceText } from "./license-text";
import { sourceText } from "./source-line";

interface NoCurrentLicenseProps {
  locale: Locale;
  kind: ListingKind;
  facts: ReadonlyMap<string, Fact>;
  standing: LicenseStanding;
}

/** Of a place without a current license: where we looked and when, or why there may be none to find. */
export function NoCurrentLicense({ locale, kind, facts, standing }: NoCurrentLicenseProps) {
  const t = getTranslator(locale, "listings.licenses");
  if (standing.state === "current") return null;
  const absence = licenseAbsenceOf(standing, facts);
  const stated = absence && "fact" in absence ? absence.fact : null;
  const certified = factOf(facts, "OTP");
  return (
    <div className="mt-3 max-w-prose space-y-2">
      {absence && (
        <p>
          {absenceText(locale, absence, "full")}
          {stated && <span className="block text-xs text-muted">{sourceText(locale, stated)}</span>}
        </p>
      )}
      {kind === "opioid_treatment_program" && certified.value === "yes" && (
        <p>{t("opioidProgram", { source: sourceText(locale, certified) })}</p>
      )}
    </div>
  );
}
