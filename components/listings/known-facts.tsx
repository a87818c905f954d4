import { isSomethingKnown } from "@/lib/facts/key-facts";
import { tellingAnswers } from "@/lib/search/answered";
import type { SearchHit } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { CardFacts } from "./card-facts";
import { briefWho } from "./who-line";

interface KnownFactsProps {
  locale: Locale;
  hit: Pick<SearchHit, "fromStateList" | "facts" | "who" | "answers">;
}

/** Of a place that answered nothing, one sentence says so. */
export function KnownFacts({ locale, hit }: KnownFactsProps) {
  const t = getTranslator(locale, "listings.fromStateList");
  const { fromStateList, facts, who, answers } = hit;
  if (fromStateList && !isSomethingKnown(facts))
    return (
      <p>
        {t("hit")} {briefWho(locale, who)}
      </p>
    );
  return (
    <>
      {fromStateList && <p>{t("hit")}</p>}
      <CardFacts locale={locale} facts={facts} who={who} answers={tellingAnswers(answers)} />
    </>
  );
}
