import { ButtonLink } from "@/components/ui/button";
import { AskedLine } from "@/components/listings/asked-line";
import { MAX_COMPARED, pathWithListings } from "@/lib/choices/paths";
import type { Choice } from "@/lib/choices/types";
import type { NamedListing } from "@/lib/facts/listing-title";
import type { Standing } from "@/lib/rankings/types";
import { askedPairs } from "@/lib/search/asked";
import { filtersQuery, type ListingFilters } from "@/lib/search/filters";
import type { NearReading } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { ChoiceNotes } from "./choice-notes";
import { CompareTable } from "./compare-table";
import { NearForm } from "./near-form";
import { ListingFinder } from "./listing-finder";

interface CompareProps {
  locale: Locale;
  choice: Choice;
  /** Of each place, in the places' order; null when the newest edition does not know it. */
  standings: (Standing | null)[];
  /** What the person asked for. */
  asked: ListingFilters;
  /** Where distances begin; null when nobody said. */
  near: NearReading | null;
  onlyDifferences: boolean;
  search: { text: string; found: NamedListing[] };
}

const PATH = "/compare";

/** Up to four places side by side; the URL is the whole state. */
export function Compare({ locale, choice, standings, asked, near, onlyDifferences, search }: CompareProps) {
  const t = getTranslator(locale, "compare");
  const chosen = choice.places.map(({ slug }) => slug);
  const pairs = askedPairs(asked);
  const more = { near: near?.typed ?? null, only: onlyDifferences ? "differences" : null };
  return (
    <>
      <header className="max-w-prose">
        <h1 className="text-2xl sm:text-4xl">{t("title")}</h1>
        <p className="mt-2 sm:mt-3 sm:text-lg">{t(chosen.length === 0 ? "emptyLead" : "lead")}</p>
      </header>
      <AskedLine locale={locale} asked={asked} />
      <ChoiceNotes locale={locale} choice={choice} limit={MAX_COMPARED} />
      {near && !near.start && (
        <p className="mt-4 font-semibold">{getTranslator(locale, "choices.near")("unknown", { typed: near.typed })}</p>
      )}
      {chosen.length > 0 && (
        <CompareTable
          locale={locale}
          places={choice.places}
          standings={standings}
          asked={asked}
          near={near}
          onlyDifferences={onlyDifferences}
        />
      )}
      <section aria-labelledby="change-title" className="no-print mt-10 grid grid-cols-1 gap-6 md:grid-cols-2">
        <h2 id="change-title" className="text-2xl md:col-span-2">
          {t(chosen.length === 0 ? "begin" : "change")}
        </h2>
        {chosen.length < MAX_COMPARED ? (
          <ListingFinder locale={locale} path={PATH} chosen={chosen} more={more} asked={pairs} {...search} />
        ) : (
          <p>{t("full", { limit: MAX_COMPARED })}</p>
        )}
        {chosen.length > 0 && (
          <NearForm locale={locale} path={PATH} chosen={chosen} more={{ only: more.only }} asked={pairs} near={near} />
        )}
        <p className="flex flex-wrap gap-3 md:col-span-2">
          {chosen.length > 0 && (
            <ButtonLink
              href={localizedPath(locale, pathWithListings("/call-sheet", chosen, { near: more.near }, pairs))}
            >
              {t("callSheet")}
            </ButtonLink>
          )}
          <ButtonLink look="quiet" href={localizedPath(locale, `/listings${filtersQuery(asked)}`)}>
            {t("search")}
          </ButtonLink>
          <ButtonLink look="quiet" href={localizedPath(locale, "/rankings")}>
            {t("rankings")}
          </ButtonLink>
        </p>
      </section>
    </>
  );
}
