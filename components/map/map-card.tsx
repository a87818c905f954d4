import { ChoiceLinks } from "@/components/choices/choice-links";
import { CardAnswers } from "@/components/listings/card-answers";
import { careText } from "@/components/listings/care-text";
import { HitStanding } from "@/components/listings/hit-standing";
import { Joined } from "@/components/listings/joined";
import { KnownFacts } from "@/components/listings/known-facts";
import { ListingName } from "@/components/listings/listing-name";
import { distanceText } from "@/components/listings/start-text";
import { Whole } from "@/components/ui/whole";
import { tellingApart } from "@/lib/facts/listing-title";
import type { MapCard } from "@/lib/map/types";
import type { ListingFilters } from "@/lib/search/filters";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { listingAnchor } from "./listing-anchor";

interface CardProps {
  locale: Locale;
  place: MapCard;
  /** What the person asked for. */
  asked?: ListingFilters;
  /** Whether distances are measured from somewhere. */
  isMeasured?: boolean;
}

/** A place beside the map, with the number of its marker. The card that a number leads to is marked. */
export function CardItem({ locale, place, asked, isMeasured = false }: CardProps) {
  const t = getTranslator(locale, "map");
  const { number, position } = place;
  return (
    <li
      id={listingAnchor(place.slug)}
      data-number={number}
      className="grid grid-cols-[2rem_1fr] gap-x-3 border-t border-line py-2 text-[0.875rem] leading-[1.3] target:bg-accent-soft target:outline-3 target:-outline-offset-2 target:outline-accent"
    >
      {number === null ? <span /> : <Chip number={number} isRanked={place.rank !== null} position={position} />}
      <div className="min-w-0">
        <h3 className="text-base leading-tight">
          {number !== null && <span className="sr-only">{t("numbered", { number })} </span>}
          <ListingName locale={locale} place={place} asked={asked} />
        </h3>
        <p className="tabular">
          <Joined>
            {isMeasured && <strong>{distanceText(locale, place)}</strong>}
            <HitStanding locale={locale} hit={place} />
          </Joined>
        </p>
        <p className="text-[0.8125rem] text-muted">
          <Joined>
            {careText(locale, place.kind, place.facts.levels)}
            <Whole>{tellingApart(place)}</Whole>
          </Joined>
        </p>
        {position?.isApproximate && <p>{t("approximate", { zip: place.zip })}</p>}
        <CardAnswers locale={locale} hit={place} />
        <KnownFacts locale={locale} hit={place} />
        <ChoiceLinks locale={locale} place={place} asked={asked} phone={place} isShort />
      </div>
    </li>
  );
}

interface ChipProps {
  number: number;
  isRanked: boolean;
  position: MapCard["position"];
}

/** The marker of the map, as text. */
function Chip({ number, isRanked, position }: ChipProps) {
  const filled = isRanked ? "border-accent bg-accent text-accent-ink" : "border-muted bg-muted text-surface";
  const open = `border-dashed bg-surface text-ink ${isRanked ? "border-accent" : "border-muted"}`;
  return (
    <span
      aria-hidden="true"
      className={`tabular inline-flex h-7 min-w-7 items-center justify-center justify-self-center rounded-full border-2 px-1 text-sm font-bold whitespace-nowrap ${position?.isApproximate ? open : filled}`}
    >
      {number}
    </span>
  );
}
