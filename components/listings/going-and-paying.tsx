import { factOf, resolveFacts } from "@/lib/facts/facts";
import { PAYMENT_CODES } from "@/lib/facts/how-to-pay";
import { KEEPING_CODES, keyFactsOf } from "@/lib/facts/key-facts";
import { restsOnState, WHO_CODES, whoCanGo } from "@/lib/facts/who-can-go";
import type { ListingDetail } from "@/lib/listings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { FactMark } from "./fact-mark";
import { saidNoText } from "./answer-mark";
import { Keeping } from "./keeping";
import { payText } from "./pay-text";
import { sourceText, type Sourced } from "./source-line";
import { WhoLine } from "./who-line";

interface GoingAndPayingProps {
  locale: Locale;
  listing: Pick<ListingDetail, "sheets" | "licenses">;
}

/** Who can go, on which medication, and how to pay, with who says so, before anything else about a place. */
export function GoingAndPaying({ locale, listing: { sheets, licenses } }: GoingAndPayingProps) {
  const t = getTranslator(locale, "facts.pay");
  const facts = resolveFacts(sheets);
  const { mediCal, pay } = keyFactsOf(facts);
  const { notes } = whoCanGo(
    facts,
    licenses.map(({ targetPopulation }) => targetPopulation),
  );
  const asked = [...WHO_CODES, ...Object.values(KEEPING_CODES).flat(), ...Object.values(PAYMENT_CODES).flat()];
  const stated = asked.map((code) => factOf(facts, code)).filter(({ source }) => source !== null);
  const lists = notes.some(restsOnState) ? licenses.map(({ asOf }) => stateList(asOf)) : [];
  const sources = new Set([...stated, ...lists].map((each) => sourceText(locale, each)));
  return (
    <div className="mt-4 grid max-w-prose gap-1">
      <WhoLine locale={locale} who={notes} />
      <Keeping locale={locale} facts={facts} />
      <p className="text-sm">
        <span className="text-muted">{t("label")}:</span> {payText(locale, pay)}
      </p>
      {mediCal !== "yes" && (
        <p className="text-sm">
          <span className="text-muted">{t("ways.medi-cal")}:</span>{" "}
          <FactMark locale={locale} value={mediCal} words={saidNoText(locale, pay.noMediCalIn)} />
        </p>
      )}
      {sources.size > 0 && <p className="text-xs text-muted">{[...sources].join("; ")}</p>}
    </div>
  );
}

function stateList(asOf: string): Sourced {
  return { source: "dhcs", asOf, asOfPrecision: "day" };
}
