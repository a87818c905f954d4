import { ChoiceLinks } from "@/components/choices/choice-links";
import { isSomethingKnown } from "@/lib/facts/key-facts";
import { tellingAnswers } from "@/lib/search/answered";
import type { ListingFilters } from "@/lib/search/filters";
import type { SearchHit } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { streetAndCity } from "./address";
import { CardAnswers } from "./card-answers";
import { CardFacts } from "./card-facts";
import { careText } from "./care-text";
import { HitStanding } from "./hit-standing";
import { Joined } from "./joined";
import { ListingName } from "./listing-name";
import { WhoWords } from "./who-line";

interface SearchHitProps {
  locale: Locale;
  hit: SearchHit;
  /** What the search hands on. */
  asked: ListingFilters;
  /** Whether there is a ZIP code that distances are measured from. */
  isMeasured: boolean;
}

/**
 * A place that fits, compact: three stand on a phone's screen. First what tells it apart and where it stands, then its
 * answers to what was asked, then what else people compare by. On a desktop these are two columns, and what one can do
 * with it a third.
 */
export function SearchHitItem({ locale, hit, asked, isMeasured }: SearchHitProps) {
  const care = careText(locale, hit.kind, hit.facts.levels);
  return (
    <li className="grid grid-cols-1 border-t border-line py-2 text-[0.875rem] leading-[1.3] md:grid-cols-[4fr_5fr_auto] md:gap-x-5 md:py-4">
      <div className="min-w-0">
        <h3 className="text-base leading-tight md:text-lg md:leading-tight">
          <ListingName locale={locale} place={hit} asked={asked} />
        </h3>
        <p className="tabular">
          <Joined>
            {hit.unit}
            {isMeasured && distanceText(locale, hit)}
            <HitStanding locale={locale} hit={hit} />
            <span className="text-[0.8125rem] text-muted">
              <Joined>
                {asked.kind.length > 0 ? <strong className="text-ink">{care}</strong> : care}
                {streetAndCity(hit)}
              </Joined>
            </span>
          </Joined>
        </p>
      </div>
      <div className="min-w-0">
        <CardAnswers locale={locale} hit={hit} />
        <KnownFacts locale={locale} hit={hit} />
      </div>
      <ChoiceLinks locale={locale} place={hit} asked={asked} phone={hit} isColumn />
    </li>
  );
}

/** Of a place that answered nothing, one sentence says so. */
function KnownFacts({ locale, hit }: Pick<SearchHitProps, "locale" | "hit">) {
  const t = getTranslator(locale, "listings.fromStateList");
  const { fromStateList, facts, who, answers } = hit;
  if (fromStateList && !isSomethingKnown(facts))
    return (
      <p>
        {t("hit")} {who.length > 0 && <WhoWords locale={locale} who={who} />}
      </p>
    );
  return (
    <>
      {fromStateList && <p>{t("hit")}</p>}
      <CardFacts locale={locale} facts={facts} who={who} answers={tellingAnswers(answers)} />
    </>
  );
}

function distanceText(locale: Locale, { distance }: SearchHit): string {
  const t = getTranslator(locale, "filters");
  if (!distance) return t("distanceUnknown");
  const miles = distance.miles < 10 ? Math.round(distance.miles * 10) / 10 : Math.round(distance.miles);
  return t(distance.isApproximate ? "distanceApproximate" : "distance", { miles });
}
