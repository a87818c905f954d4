import { ChoiceLinks } from "@/components/choices/choice-links";
import { filtersQuery, type ListingFilters } from "@/lib/listings/filters";
import type { ListingHit, ListingSearchResult } from "@/lib/listings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import type { Cursor } from "@/lib/listings/search-cursor";
import { addressLine } from "./address";
import { KeyFactsLine } from "./key-facts-line";
import { SearchChips } from "./search-chips";

interface SearchResultsProps {
  locale: Locale;
  filters: ListingFilters;
  result: ListingSearchResult;
}

export function SearchResults({ locale, filters, result }: SearchResultsProps) {
  const t = getTranslator(locale, "listings.search");
  return (
    <section aria-labelledby="results-title" className="min-w-0">
      <h2 id="results-title" className="text-2xl">
        {t("results", { total: result.total })}
      </h2>
      <SearchChips locale={locale} filters={filters} />
      {result.total === 0 && (
        <p className="mt-3 max-w-prose">
          {t("none")}{" "}
          <a href={localizedPath(locale, "/contact")} className="text-link">
            {t("ask")}
          </a>
        </p>
      )}
      <ol className="mt-4">
        {result.hits.map((hit) => (
          <Hit key={hit.slug} locale={locale} hit={hit} />
        ))}
      </ol>
      <Pages locale={locale} filters={filters} result={result} />
    </section>
  );
}

function Hit({ locale, hit }: { locale: Locale; hit: ListingHit }) {
  const t = getTranslator(locale, "listings");
  const bands = getTranslator(locale, "rankings.band");
  const band = hit.band === 1 || hit.band === 2 || hit.band === 3 || hit.band === 4 ? bands(`b${hit.band}`) : null;
  return (
    <li className="grid gap-x-6 gap-y-1 border-t border-line py-4 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <h3 className="text-lg leading-snug">
          <a href={localizedPath(locale, `/listings/${hit.slug}`)} className="text-link">
            {hit.name}
          </a>
          {hit.unit && <span className="block font-sans text-sm font-normal text-muted">{hit.unit}</span>}
        </h3>
        <p className="mb-1.5 text-sm text-muted">
          {t(`kind.${hit.kind}`)}&nbsp;· {addressLine(hit)}
        </p>
        <KeyFactsLine locale={locale} facts={hit.facts} />
        <ChoiceLinks locale={locale} place={hit} />
      </div>
      <p className="tabular text-sm sm:text-right">
        {hit.rank === null ? (
          <span className="text-muted">{t("search.notRanked")}</span>
        ) : (
          <>
            <strong>{band}</strong>{" "}
            <span className="text-muted sm:block">
              <span className="sm:hidden">· </span>
              {t("search.rank", { rank: hit.rank })}
            </span>
          </>
        )}
      </p>
    </li>
  );
}

function Pages({ locale, filters, result: { previous, next } }: SearchResultsProps) {
  const t = getTranslator(locale, "listings.search");
  if (!previous && !next) return null;
  const to = (after: Cursor) => localizedPath(locale, `/listings${filtersQuery({ ...filters, after })}`);
  const look = "text-link inline-flex min-h-11 items-center";
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center gap-x-8 border-t border-line py-3">
      {previous && (
        <a href={to(previous)} rel="prev" className={look}>
          {t("previous")}
        </a>
      )}
      {next && (
        <a href={to(next)} rel="next" className={look}>
          {t("next")}
        </a>
      )}
    </nav>
  );
}
