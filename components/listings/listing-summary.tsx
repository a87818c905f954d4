import type { ReactNode } from "react";
import { factOf, resolveFacts } from "@/lib/facts/facts";
import { PAYMENT_CODES } from "@/lib/facts/how-to-pay";
import { KEEPING_CODES, keyFactsOf, LEVEL_CODES, MEDICATION_CODES } from "@/lib/facts/key-facts";
import { restsOnState, WHO_CODES, whoCanGo } from "@/lib/facts/who-can-go";
import type { ListingDetail } from "@/lib/listings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { saidNoText } from "./answer-mark";
import { FactMark } from "./fact-mark";
import { keepingParts } from "./keeping-text";
import { LANGUAGE_CODES, languageText } from "./language-text";
import { licenseLine } from "./license-text";
import { medicationWords } from "./card-facts";
import { payText } from "./pay-text";
import { whoText } from "./who-line";

type Summarized = Pick<ListingDetail, "sheets" | "licenses" | "stateListAsOf" | "exemptionReason">;

interface ListingSummaryProps {
  locale: Locale;
  listing: Summarized;
  /** YYYY-MM-DD in Los Angeles; a license counts until the end of its last day. */
  today: string;
}

/** What somebody needs to know first: who can go, what it gives, who pays, in which language, and its license. */
export function ListingSummary({ locale, listing, today }: ListingSummaryProps) {
  const t = getTranslator(locale, "listings");
  const facts = resolveFacts(listing.sheets);
  const key = keyFactsOf(facts);
  const { notes } = whoIn(listing);
  const levels = key.levels.map((level) => t(`level.${level}`)).join(", ");
  return (
    <dl aria-label={t("summary.label")} className="text-sm leading-snug">
      <Row term={getTranslator(locale, "facts.who")("label")}>
        <strong>{whoText(locale, notes)}</strong>
      </Row>
      <Row term={t("key.medications")}>{medicationWords(locale, key)}</Row>
      <Row term={getTranslator(locale, "facts.keeping")("label")}>
        {keepingParts(locale, key).map((part) => (
          <span key={part.value} className="mr-2">
            <FactMark locale={locale} {...part} />
          </span>
        ))}
      </Row>
      <Row term={t("key.care")}>{levels || t("key.careUnknown")}</Row>
      <Row term={getTranslator(locale, "facts.pay")("label")}>
        {payText(locale, key.pay)}
        {key.mediCal !== "yes" && (
          <>
            {" · "}
            {getTranslator(locale, "facts.pay")("ways.medi-cal")}:{" "}
            <FactMark locale={locale} value={key.mediCal} words={saidNoText(locale, key.pay.noMediCalIn)} />
          </>
        )}
      </Row>
      <Row term={getTranslator(locale, "facts.languages")("label")}>{languageText(locale, facts)}</Row>
      <Row term={t("summary.license")}>
        <a href="#license" className="text-link scroll-mb-32">
          {licenseLine(locale, listing, facts, today)}
        </a>
      </Row>
    </dl>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="py-px">
      <dt className="inline text-muted">{`${term}:`}</dt> <dd className="inline">{children}</dd>
    </div>
  );
}

function whoIn({ sheets, licenses }: Pick<Summarized, "sheets" | "licenses">) {
  const populations = licenses.map(({ targetPopulation }) => targetPopulation);
  return whoCanGo(resolveFacts(sheets), populations);
}

const CODES = [
  ...WHO_CODES,
  ...[MEDICATION_CODES, KEEPING_CODES, LEVEL_CODES, PAYMENT_CODES].flatMap((codes) => Object.values(codes).flat()),
  ...LANGUAGE_CODES,
];

/** Who says what stands in the summary, and as of when; the state's list also where only the license rests on it. */
export function summarySources({ sheets, licenses, stateListAsOf }: Summarized) {
  const facts = resolveFacts(sheets);
  const stated = CODES.map((code) => factOf(facts, code)).filter(({ source }) => source !== null);
  const rests = licenses.length > 0 || whoIn({ sheets, licenses }).notes.some(restsOnState);
  const days = rests ? licenses.map(({ asOf }) => asOf) : [stateListAsOf ?? []].flat();
  return [...stated, ...days.map((asOf) => ({ source: "dhcs", asOf, asOfPrecision: "day" }) as const)];
}
