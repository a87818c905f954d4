import { attributeLabel } from "@/lib/facts/attribute-labels";
import { factOf, resolveFacts } from "@/lib/facts/facts";
import { KEEPING_CODES } from "@/lib/facts/key-facts";
import type { ListingDetail } from "@/lib/listings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { summarySources } from "./listing-summary";
import { sourceText } from "./source-line";

const KEEPING = [...new Set(Object.values(KEEPING_CODES).flat())];

/** Below the summary: who says so and as of when, and which answers say that somebody can stay on a medication. */
export function SummarySources({ locale, listing }: { locale: Locale; listing: ListingDetail }) {
  const sources = [...new Set(summarySources(listing).map((each) => sourceText(locale, each)))];
  const facts = resolveFacts(listing.sheets);
  const answers = KEEPING.filter((code) => factOf(facts, code).value === "yes");
  const codes = answers.map((code) => attributeLabel(locale, code)).join(", ");
  return (
    <p className="text-xs text-muted">
      {sources.length > 0 && getTranslator(locale, "listings.summary")("sources", { sources: sources.join("; ") })}{" "}
      {answers.length > 0 &&
        `${getTranslator(locale, "facts.keeping")("label")}: ${getTranslator(locale, "facts.keeping")("answers", { codes })}`}
    </p>
  );
}
