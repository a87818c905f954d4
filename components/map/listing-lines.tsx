import { ListingName } from "@/components/listings/listing-name";
import { tellingApart } from "@/lib/facts/listing-title";
import { notRankedText } from "@/components/rankings/not-ranked-text";
import type { Labeled } from "@/lib/map/labels";
import type { MapListing } from "@/lib/map/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { listingAnchor } from "./listing-anchor";

interface ListingLinesProps {
  locale: Locale;
  places: Labeled<MapListing>[];
}

/** The places of a map in words: each with the number or letter of its marker. */
export function ListingLines({ locale, places }: ListingLinesProps) {
  return (
    <ul>
      {places.map((place) => (
        <ListingLine key={place.slug} locale={locale} place={place} />
      ))}
    </ul>
  );
}

function ListingLine({ locale, place }: { locale: Locale; place: Labeled<MapListing> }) {
  const t = getTranslator(locale, "map");
  const { slug, zip, kind, label, rank, position } = place;
  const isApproximate = position?.isApproximate ?? false;
  return (
    <li
      id={listingAnchor(slug)}
      data-label={label}
      className="grid scroll-mt-4 grid-cols-[3rem_1fr] gap-x-3 border-t border-line py-2.5 target:bg-accent-soft"
    >
      <Chip
        label={label}
        isRanked={rank !== null}
        isApproximate={isApproximate}
        words={t(rank === null ? "notRanked" : "rank")}
      />
      <div className="min-w-0">
        <ListingName locale={locale} place={place} className="text-link font-semibold" />
        <span className="block text-sm text-muted">
          {getTranslator(locale, "listings.kind")(kind)} · {tellingApart(place)}
        </span>
        {rank === null && <span className="block text-sm">{notRankedText(locale, place.notRankedFor)}</span>}
        {isApproximate && <span className="block text-sm">{t("approximate", { zip })}</span>}
      </div>
    </li>
  );
}

interface ChipProps {
  label: string;
  isRanked: boolean;
  isApproximate: boolean;
  /** What the number or letter means, for screen readers. */
  words: string;
}

/** The marker of the map, as text. */
function Chip({ label, isRanked, isApproximate, words }: ChipProps) {
  const filled = isRanked ? "border-accent bg-accent text-accent-ink" : "border-muted bg-muted text-surface";
  const open = `border-dashed bg-surface text-ink ${isRanked ? "border-accent" : "border-muted"}`;
  return (
    <span
      className={`tabular mt-0.5 inline-flex h-7 min-w-7 items-center justify-center justify-self-center rounded-full border-2 px-1.5 text-sm font-bold whitespace-nowrap ${isApproximate ? open : filled}`}
    >
      <span className="sr-only">{words} </span>
      {label}
    </span>
  );
}
