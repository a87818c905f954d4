import type { ReactNode } from "react";
import { MEDICATIONS, type KeyFacts } from "@/lib/facts/key-facts";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { saidNoText } from "./answer-mark";
import { FactMark } from "./fact-mark";
import { payText } from "./pay-text";

/** What people compare places by, in one compact block. */
export function KeyFactsLine({ locale, facts }: { locale: Locale; facts: KeyFacts }) {
  const t = getTranslator(locale, "listings");
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-0.5 text-sm">
      <Item term={t("key.medications")}>{medicationWords(locale, facts)}</Item>
      <Item term={t("key.mediCal")}>
        <FactMark locale={locale} value={facts.mediCal} words={saidNoText(locale, facts.pay.noMediCalIn)} />
      </Item>
      <Item term={t("key.spanish")}>
        <FactMark locale={locale} value={facts.spanish} />
      </Item>
      <Item term={t("key.care")} ownLine>
        {facts.levels.map((level) => t(`level.${level}`)).join(", ") || t("key.careUnknown")}
      </Item>
      <Item term={getTranslator(locale, "facts.pay")("label")} ownLine>
        {payText(locale, facts.pay)}
      </Item>
    </dl>
  );
}

function medicationWords(locale: Locale, { medications }: KeyFacts): string {
  const t = getTranslator(locale, "listings");
  const offered = MEDICATIONS.filter((medication) => medications[medication] === "yes");
  if (offered.length > 0) return offered.map((medication) => t(`medication.${medication}`)).join(", ");
  const known = MEDICATIONS.some((medication) => medications[medication] === "no");
  return known ? t("key.medicationsNone") : t("key.medicationsUnknown");
}

function Item({ term, ownLine = false, children }: { term: string; ownLine?: boolean; children: ReactNode }) {
  return (
    <div className={ownLine ? "w-full" : undefined}>
      <dt className="inline text-muted">{term}:</dt> <dd className="inline">{children}</dd>
    </div>
  );
}
