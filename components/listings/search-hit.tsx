import { ChoiceLinks } from "@/components/choices/choice-links";
import { Whole } from "@/components/ui/whole";
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
 * A place that fits, compact: three stand on a phone's screen. A line for each: what tells it apart, how far it is and
 * where it stands, its address, its answers to what was asked, then what else people compare by. On a desktop these are
 * two columns, and what one can do with it a third, and there is room for every kind of care that it has.
 */
export function SearchHitItem({ locale, hit, asked, isMeasured }: SearchHitProps) {
  const care = careText(locale, hit.kind, hit.facts.levels);
  const kind = careText(locale, hit.kind, []);
  return (
    <li className="hit">
      <div>
        <h3>
          <ListingName locale={locale} place={hit} asked={asked} />
          {hit.unit && (
            <span className="fine text-ink">
              <span className="md:hidden">{"\u00a0· "}</span>
              {hit.unit}
            </span>
          )}
        </h3>
        <p className="tabular">
          <Joined>
            {isMeasured && <strong>{distanceText(locale, hit)}</strong>}
            <HitStanding locale={locale} hit={hit} />
            <span className="fine">
              {asked.kind.length > 0 ? <strong className="text-ink">{kind}</strong> : kind}
              <span className="max-md:hidden">{care.slice(kind.length)}</span>
            </span>
          </Joined>
        </p>
        <p className="fine">
          <Whole>{streetAndCity(hit)}</Whole>
        </p>
      </div>
      <div>
        <CardAnswers locale={locale} hit={hit} />
        <KnownFacts locale={locale} hit={hit} />
      </div>
      <ChoiceLinks locale={locale} place={hit} asked={asked} phone={hit} isColumn />
    </li>
  );
}
