import { addressLine } from "@/components/listings/address";
import { PhoneLink } from "@/components/listings/phone-link";
import { ListingName } from "@/components/listings/listing-name";
import { Whole } from "@/components/ui/whole";
import { pathWithListings } from "@/lib/choices/paths";
import type { ChosenListing } from "@/lib/choices/types";
import { fullTitle, tellingApart } from "@/lib/facts/listing-title";
import { askedPairs } from "@/lib/search/asked";
import type { ListingFilters } from "@/lib/search/filters";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { CELL, numberOf, ROW_HEAD, rowClass } from "./compare-columns";

interface CompareHeadProps {
  locale: Locale;
  places: ChosenListing[];
  /** What the person asked for. */
  asked: ListingFilters;
  more: { near: string | null; only: boolean };
}

/** The names of the columns, which stay in sight while the answers below them are read. */
export function CompareHead({ locale, places, asked }: Omit<CompareHeadProps, "more">) {
  const t = getTranslator(locale, "compare");
  return (
    <thead
      data-names
      // Letters so large that a window holds few lines need them all.
      className="bg-bg not-print:z-10 not-print:max-md:block not-print:[@media(min-height:30rem)]:sticky not-print:[@media(min-height:30rem)]:top-0"
    >
      <tr className={rowClass(places.length)}>
        <td className="w-44 not-print:max-md:sr-only">
          <span className="sr-only">{t("question")}</span>
        </td>
        {places.map((place, at) => (
          <th
            scope="col"
            key={place.slug}
            data-place={numberOf(at, places.length)}
            className="border-b-2 border-line-strong py-2 pr-3 text-left align-top leading-snug not-print:max-md:min-w-0 not-print:max-md:py-1 not-print:max-md:pr-0"
          >
            <ListingName
              locale={locale}
              place={place}
              asked={asked}
              className={`text-link font-serif leading-snug md:text-base print:text-base ${places.length > 2 ? "not-print:max-md:line-clamp-3" : ""}`}
            />
            <span
              className={`block text-xs font-normal text-muted ${places.length > 3 ? "not-print:max-md:line-clamp-1" : "not-print:max-md:line-clamp-2"}`}
            >
              <Whole>{tellingApart(place)}</Whole>
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** How to reach each place, and a way to drop it. */
export function ContactRow(props: CompareHeadProps) {
  const { locale, places } = props;
  const t = getTranslator(locale, "compare");
  return (
    <tr className={rowClass(places.length)}>
      <th
        scope="row"
        className={`w-44 py-2 pr-3 pl-1 text-left align-top leading-snug font-semibold not-print:max-md:w-auto not-print:max-md:pb-0 not-print:max-md:pl-0 ${ROW_HEAD}`}
      >
        {t("contact")}
      </th>
      {places.map((place, at) => (
        <td key={place.slug} data-place={numberOf(at, places.length)} className={CELL}>
          <Contact locale={locale} place={place} />
          <RemoveLink {...props} place={place} />
        </td>
      ))}
    </tr>
  );
}

function Contact({ locale, place }: { locale: Locale; place: ChosenListing }) {
  const t = getTranslator(locale, "listings");
  const phone = place.phone ?? place.intakePhones[0];
  return (
    <span className="block">
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
      className="text-link no-print flex min-h-11 items-center"
    >
      {t("remove")}
      <span className="sr-only"> {fullTitle(place)}</span>
    </a>
  );
}
