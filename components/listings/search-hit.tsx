import { ChoiceLinks } from "@/components/choices/choice-links";
import type { ListingFilters } from "@/lib/search/filters";
import type { SearchHit } from "@/lib/search/types";
import type { Locale } from "@/lib/shared/i18n";
import { streetAndCity } from "./address";
import { CardAnswers } from "./card-answers";
import { careText } from "./care-text";
import { HitStanding } from "./hit-standing";
import { Joined } from "./joined";
import { KnownFacts } from "./known-facts";
import { ListingName } from "./listing-name";
import { distanceText } from "./start-text";

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
 * with it a third, and there is room for every kind of care that it has.
 */
export function SearchHitItem({ locale, hit, asked, isMeasured }: SearchHitProps) {
  const care = careText(locale, hit.kind, hit.facts.levels);
  const kind = careText(locale, hit.kind, []);
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
                <>
                  {asked.kind.length > 0 ? <strong className="text-ink">{kind}</strong> : kind}
                  <span className="max-md:hidden">{care.slice(kind.length)}</span>
                </>
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
