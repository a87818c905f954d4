import { isSomethingKnown } from "@/lib/facts/key-facts";
import { inBrief } from "@/lib/facts/who-can-go";
import { tellingAnswers } from "@/lib/search/answered";
import type { SearchHit } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { CardFacts } from "./card-facts";
import { WhoWords } from "./who-line";

interface KnownFactsProps {
  locale: Locale;
  hit: Pick<SearchHit, "fromStateList" | "facts" | "who" | "answers">;
}

/** Of a place that answered nothing, one sentence says so. */
export function KnownFacts({ locale, hit }: KnownFactsProps) {
  const t = getTranslator(locale, "listings.fromStateList");
  const { fromStateList, facts, who, answers } = hit;
  const told = inBrief(who);
  if (fromStateList && !isSomethingKnown(facts))
    return (
      <p>
        {t("hit")} {told.length > 0 && <WhoWords locale={locale} who={told} />}
      </p>
    );
  return (
    <>
      {fromStateList && <p>{t("hit")}</p>}
      <CardFacts locale={locale} facts={facts} who={who} answers={tellingAnswers(answers)} />
    </>
  );
}
