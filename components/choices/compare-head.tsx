import { addressLine } from "@/components/listings/address";
import { PhoneLink } from "@/components/listings/phone-link";
import { ListingName } from "@/components/listings/listing-name";
import { pathWithListings } from "@/lib/choices/paths";
import type { ChosenListing } from "@/lib/choices/types";
import { fullTitle } from "@/lib/facts/listing-title";
import { askedPairs } from "@/lib/search/asked";
import type { ListingFilters } from "@/lib/search/filters";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** Short names of the columns, for a phone. */
export const LETTERS = ["A", "B", "C", "D"] as const;

interface CompareHeadProps {
  locale: Locale;
  places: ChosenListing[];
  /** What the person asked for. */
  asked: ListingFilters;
  more: { near: string | null; only: boolean };
}

/** The columns: whose they are, how to reach them, and a way to drop one. */
export function CompareHead({ locale, places, asked, more }: CompareHeadProps) {
  const t = getTranslator(locale, "compare");
  return (
    <thead className="not-print:max-md:block">
      <tr className="not-print:max-md:grid not-print:max-md:gap-3">
        <td className="w-44 not-print:max-md:sr-only">
          <span className="sr-only">{t("question")}</span>
        </td>
        {places.map((place, at) => (
          <th
            scope="col"
            key={place.slug}
            className="border-b border-line pr-3 pb-2 text-left align-top not-print:max-md:rounded-lg not-print:max-md:border not-print:max-md:bg-surface not-print:max-md:p-4"
          >
            <ListingName
              locale={locale}
              place={place}
              asked={asked}
              before={`${LETTERS[at]} · `}
              className="text-link font-serif text-base leading-snug"
            />
            {place.unit && <span className="block font-normal text-muted">{place.unit}</span>}
            <Contact locale={locale} place={place} />
            <RemoveLink locale={locale} places={places} place={place} asked={asked} more={more} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Contact({ locale, place }: { locale: Locale; place: ChosenListing }) {
  const t = getTranslator(locale, "listings");
  const phone = place.phone ?? place.intakePhones[0];
  return (
    <span className="block font-normal">
      {place.closedOn && (
        <strong className="block text-warning">
          {t("detail.closedTitle", { date: formatDay(locale, place.closedOn) })}
        </strong>
      )}
      <span className="block text-muted">{addressLine(place)}</span>
      {phone ? (
        <PhoneLink locale={locale} place={place} phone={phone} extension={place.phone ? place.phoneExtension : null} />
      ) : (
        <span className="block">{t("noPhone")}</span>
      )}
    </span>
  );
}

function RemoveLink({ locale, places, place, asked, more }: CompareHeadProps & { place: ChosenListing }) {
  const t = getTranslator(locale, "compare");
  const rest = places.map(({ slug }) => slug).filter((slug) => slug !== place.slug);
  const state = { near: more.near, only: more.only ? "differences" : null };
  return (
    <a
      href={localizedPath(locale, pathWithListings("/compare", rest, state, askedPairs(asked)))}
      className="text-link no-print flex min-h-11 items-center font-normal"
    >
      {t("remove")}
      <span className="sr-only"> {fullTitle(place)}</span>
    </a>
  );
}
