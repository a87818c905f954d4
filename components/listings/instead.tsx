import { NextCall } from "@/components/choices/next-call";
import { wantedText } from "@/components/choices/wanted-text";
import { ButtonLink } from "@/components/ui/button";
import type { NextListings } from "@/lib/choices/next-listings";
import { pathWithListings } from "@/lib/choices/paths";
import type { ListingDetail } from "@/lib/listings/types";
import { askedPairs } from "@/lib/search/asked";
import { filtersQuery, NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** Why somebody may need another place than this one. */
export type InsteadReason = "closed" | "notRanked" | "saysNo";

interface InsteadProps {
  locale: Locale;
  listing: ListingDetail;
  reason: InsteadReason;
  /** What the person asked for. */
  asked: ListingFilters;
  /** Places that fit it; null where nothing was asked. */
  next: NextListings | null;
}

/**
 * Where else to go, with all that was asked. Where nothing was asked it leads to places of the same kind, the nearest
 * first, and to the questions that set filters.
 */
export function Instead({ locale, listing, reason, asked, next }: InsteadProps) {
  const t = getTranslator(locale, "listings.instead");
  const filters: ListingFilters = next
    ? asked
    : { ...NO_FILTERS, kind: [listing.kind], near: listing.zip, sort: "distance" };
  const contact = pathWithListings("/contact", [], {}, askedPairs(asked));
  return (
    <section aria-labelledby="instead-title" className="no-print mt-8 max-w-prose rounded-lg bg-accent-soft p-5">
      <h2 id="instead-title" className="text-2xl">
        {t(`title.${reason}`)}
      </h2>
      {next ? (
        <Fitting locale={locale} asked={asked} next={next} />
      ) : (
        <p className="mt-2">{likeText(locale, listing)}</p>
      )}
      <p className="mt-4 flex flex-wrap gap-3">
        <ButtonLink href={localizedPath(locale, `/listings${filtersQuery(filters)}`)}>
          {t(next ? "searchAsked" : "search")}
        </ButtonLink>
        {!next && (
          <ButtonLink look="quiet" href={localizedPath(locale, "/find")}>
            {t("guide")}
          </ButtonLink>
        )}
        <ButtonLink look="quiet" href={localizedPath(locale, contact)}>
          {t("contact")}
        </ButtonLink>
      </p>
    </section>
  );
}

function Fitting({ locale, asked, next }: { locale: Locale; asked: ListingFilters; next: NextListings }) {
  const t = getTranslator(locale, "callSheet.next");
  const { places, wanted } = next;
  const alike = wantedText(locale, wanted, "inherited");
  if (places.length === 0)
    return <p className="mt-2 font-semibold">{getTranslator(locale, "listings.instead")("none")}</p>;
  return (
    <>
      <p className="mt-2">
        {t("asked", {
          options: wantedText(locale, wanted, "asked"),
          silent: places.some(({ unsaid }) => unsaid.length > 0) ? "yes" : "no",
        })}{" "}
        {alike && getTranslator(locale, "listings.instead")("alike", { options: alike })}
      </p>
      <ol className="mt-3 border-t border-line-strong">
        {places.map((place) => (
          <NextCall key={place.slug} locale={locale} place={place} asked={asked} />
        ))}
      </ol>
    </>
  );
}

function likeText(locale: Locale, { kind, zip }: ListingDetail): string {
  return getTranslator(locale, "listings.instead")("like", { kind: getTranslator(locale, "listings.kind")(kind), zip });
}
