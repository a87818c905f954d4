import { MEDICATIONS, type KeyFacts } from "@/lib/facts/key-facts";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { saidNoText } from "./answer-mark";
import { FactMark } from "./fact-mark";
import { KeepingItem } from "./keeping-item";
import { KeyFact } from "./key-fact";
import { payText } from "./pay-text";

/** What people compare places by, in one compact block. Medi-Cal stands first of the ways to pay, or by itself. */
export function KeyFactsLine({ locale, facts }: { locale: Locale; facts: KeyFacts }) {
  const t = getTranslator(locale, "listings");
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-0.5 text-sm">
      <KeepingItem locale={locale} facts={facts} />
      <KeyFact term={t("key.medications")}>{medicationWords(locale, facts)}</KeyFact>
      {!facts.pay.ways.includes("medi-cal") && (
        <KeyFact term={t("key.mediCal")}>
          <FactMark locale={locale} value={facts.mediCal} words={saidNoText(locale, facts.pay.noMediCalIn)} />
        </KeyFact>
      )}
      <KeyFact term={t("key.spanish")}>
        <FactMark locale={locale} value={facts.spanish} />
      </KeyFact>
      <KeyFact term={t("key.care")}>
        {facts.levels.map((level) => t(`level.${level}`)).join(", ") || t("key.careUnknown")}
      </KeyFact>
      <KeyFact term={getTranslator(locale, "facts.pay")("label")} ownLine>
        {payText(locale, facts.pay)}
      </KeyFact>
    </dl>
  );
}

/** "methadone, buprenorphine": what it gives itself. */
export function medicationWords(locale: Locale, { medications }: Pick<KeyFacts, "medications">): string {
  const t = getTranslator(locale, "listings");
  const offered = MEDICATIONS.filter((medication) => medications[medication] === "yes");
  if (offered.length > 0) return offered.map((medication) => t(`medication.${medication}`)).join(", ");
  // One that nobody answered may be given all the same.
  const known = MEDICATIONS.every((medication) => medications[medication] === "no");
  return known ? t("key.medicationsNone") : t("key.medicationsUnknown");
}
