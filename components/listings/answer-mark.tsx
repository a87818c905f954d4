import type { Fact } from "@/lib/facts/facts";
import { MEDI_CAL, surveyNoIn } from "@/lib/facts/how-to-pay";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { FactMark } from "./fact-mark";

/** An answer; a no to Medi-Cal that a place gave the survey has its year, because contracts change. */
export function AnswerMark({ locale, fact }: { locale: Locale; fact: Fact }) {
  const noMediCalIn = fact.attribute === MEDI_CAL ? surveyNoIn(fact) : null;
  return <FactMark locale={locale} value={fact.value} words={saidNoText(locale, noMediCalIn)} />;
}

/** "said no in 2023: ask"; undefined without a year. */
export function saidNoText(locale: Locale, year: number | null): string | undefined {
  return year === null ? undefined : getTranslator(locale, "facts.pay")("saidNo", { year });
}
