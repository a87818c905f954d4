import { ButtonLink } from "@/components/ui/button";
import { AskedLine } from "@/components/listings/asked-line";
import { MAX_ON_CALL_SHEET, pathWithListings } from "@/lib/choices/paths";
import type { NextListings } from "@/lib/choices/next-listings";
import type { Choice } from "@/lib/choices/types";
import type { NamedListing } from "@/lib/facts/listing-title";
import type { Standing } from "@/lib/rankings/types";
import { askedPairs } from "@/lib/search/asked";
import { filtersQuery, type ListingFilters } from "@/lib/search/filters";
import type { NearReading } from "@/lib/search/types";
import type { CrisisNumber } from "@/lib/settings/schema";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { CallSheetMeanwhile } from "./call-sheet-meanwhile";
import { CallSheetNext } from "./call-sheet-next";
import { CallSheetListing } from "./call-sheet-listing";
import { CallSheetSources } from "./call-sheet-sources";
import { ChoiceNotes } from "./choice-notes";
import { NearForm } from "./near-form";
import { ListingFinder } from "./listing-finder";

interface CallSheetProps {
  locale: Locale;
  choice: Choice;
  /** Where each place stands in the newest edition, in the places' order. */
  standings: readonly (Standing | null)[];
  /** What the person asked for. */
  asked: ListingFilters;
  next: NextListings;
  crisisNumbers: CrisisNumber[];
  /** Where distances begin; null when nobody said. */
  near: NearReading | null;
  search: { text: string; found: NamedListing[] };
}

const PATH = "/call-sheet";

/** What to have beside the phone, for the screen and for paper; the URL is the whole state. */
export function CallSheet({ locale, choice, standings, asked, next, crisisNumbers, near, search }: CallSheetProps) {
  const t = getTranslator(locale, "callSheet");
  const chosen = choice.places.map(({ slug }) => slug);
  const pairs = askedPairs(asked);
  return (
    <>
      <header className="max-w-prose">
        <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
        <p className="mt-3 text-lg">{t(chosen.length > 0 ? "lead" : "emptyLead")}</p>
        {chosen.length > 0 && <p className="no-print mt-2 text-muted">{t("howToPrint")}</p>}
      </header>
      <AskedLine locale={locale} asked={asked} />
      <ChoiceNotes locale={locale} choice={choice} limit={MAX_ON_CALL_SHEET} />
      {choice.leftOut.length > 0 && (
        <p className="no-print mt-3">
          <a
            href={localizedPath(
              locale,
              pathWithListings(
                PATH,
                choice.leftOut.map(({ slug }) => slug),
                { near: near?.typed ?? null },
                pairs,
              ),
            )}
            className="text-link inline-flex min-h-11 items-center"
          >
            {t("secondSheet")}
          </a>
        </p>
      )}
      {choice.places.map((place, at) => (
        <CallSheetListing
          key={place.slug}
          locale={locale}
          place={place}
          asked={asked}
          standing={standings[at] ?? null}
        />
      ))}
      {chosen.length > 0 && <CallSheetNext locale={locale} next={next} asked={asked} near={near} />}
      {chosen.length > 0 && <CallSheetMeanwhile locale={locale} numbers={crisisNumbers} />}
      <section aria-labelledby="change-title" className="no-print mt-12 grid grid-cols-1 gap-6 md:grid-cols-2">
        <h2 id="change-title" className="text-2xl md:col-span-2">
          {t(chosen.length > 0 ? "change" : "begin")}
        </h2>
        {chosen.length < MAX_ON_CALL_SHEET && (
          <ListingFinder
            locale={locale}
            path={PATH}
            chosen={chosen}
            more={{ near: near?.typed ?? null }}
            asked={pairs}
            {...search}
          />
        )}
        {chosen.length > 0 && (
          <NearForm locale={locale} path={PATH} chosen={chosen} more={{}} asked={pairs} near={near} />
        )}
        <p className="flex flex-wrap gap-3 md:col-span-2">
          {chosen.length > 1 && (
            <ButtonLink
              look="quiet"
              href={localizedPath(locale, pathWithListings("/compare", chosen, { near: near?.typed ?? null }, pairs))}
            >
              {t("compare")}
            </ButtonLink>
          )}
          <ButtonLink look="quiet" href={localizedPath(locale, `/listings${filtersQuery(asked)}`)}>
            {t("search")}
          </ButtonLink>
        </p>
      </section>
      {chosen.length > 0 && <CallSheetSources locale={locale} />}
    </>
  );
}
