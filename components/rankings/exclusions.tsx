import { ListingName } from "@/components/listings/listing-name";
import type { ListingCard } from "@/lib/facts/card";
import { byReason, type ReasonGroup } from "@/lib/rankings/by-reason";
import type { ExcludedListing } from "@/lib/rankings/types";
import { plainWords } from "@/lib/search/words";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { exclusionDetail } from "./exclusion-reason";

interface ExclusionsProps {
  locale: Locale;
  /** Those of one page. */
  exclusions: readonly ExcludedListing[];
}

/** Places that an edition does not rank, under the reason. */
export function Exclusions({ locale, exclusions }: ExclusionsProps) {
  const shared = sharedNames(exclusions.map(({ listing }) => listing));
  return byReason(exclusions).map(({ reason, places }) => (
    <Reason key={reason} locale={locale} reason={reason} places={places} shared={shared} />
  ));
}

interface ReasonProps extends Omit<ReasonGroup, "page"> {
  locale: Locale;
  /** Names that several places of the page have. */
  shared: ReadonlySet<string>;
}

function Reason({ locale, reason, places, shared }: ReasonProps) {
  const t = getTranslator(locale, "rankings.excluded.reasons");
  return (
    <section id={reason} aria-labelledby={`${reason}-title`} className="mt-8 scroll-mt-4">
      <h2 id={`${reason}-title`} className="text-xl">
        {t(`${reason}.title`)}
      </h2>
      <p className="mt-1 max-w-prose pb-3 text-sm text-muted">{t(`${reason}.text`)}</p>
      <ul className="gap-x-8 border-t border-line pt-2 sm:columns-2">
        {places.map((place) => (
          <li key={place.listing.slug} className="break-inside-avoid py-1.5">
            <Excluded locale={locale} place={place} isShared={shared.has(nameKey(place.listing))} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** With its address where another place of the page has its name: with all of them, the page would be too heavy. */
function Excluded({ locale, place, isShared }: { locale: Locale; place: ExcludedListing; isShared: boolean }) {
  const { listing } = place;
  const line = [!isShared && listing.unit, !isShared && listing.city, exclusionDetail(locale, place)].filter(Boolean);
  return (
    <>
      <ListingName locale={locale} place={listing} {...(isShared ? { isWhole: true } : { words: listing.name })} />
      {line.length > 0 && <span className="block text-sm text-muted">{line.join(" · ")}</span>}
    </>
  );
}

const nameKey = ({ name }: ListingCard) => plainWords(name).join(" ");

function sharedNames(listings: readonly ListingCard[]): ReadonlySet<string> {
  const keys = listings.map(nameKey);
  const seen = new Set<string>();
  return new Set(keys.filter((key) => seen.size === seen.add(key).size));
}
