import { handedOn } from "@/lib/search/asked";
import { filtersQuery, withFilters, type ListingFilters } from "@/lib/search/filters";
import type { Cursor } from "@/lib/search/search-cursor";
import type { SearchAnswer, SearchHit, SearchResult } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { dataAsked } from "./asked-line";
import { PartTitle } from "./part-title";
import { PrintedFilters } from "./printed-filters";
import { SaidNoNote, SaidNoTitle } from "./said-no";
import { SearchChips } from "./search-chips";
import { SearchHitItem } from "./search-hit";
import { SearchRelaxations } from "./search-relaxations";

interface SearchResultsProps {
  locale: Locale;
  filters: ListingFilters;
  answer: SearchAnswer;
}

export function SearchResults({ locale, filters, answer }: SearchResultsProps) {
  const t = getTranslator(locale, "filters");
  const { result, facets, text } = answer;
  const { value: total, isAtLeast } = facets.total;
  const isMeasured = result.nearIsKnown === true;
  const asked = handedOn(filters, text);
  const isLast = ({ treatsOpioids }: SearchHit) => !treatsOpioids && !text.asksOthers;
  const others = result.hits.filter(isLast);
  const declined = result.hits.filter((hit) => hit.saidNo && !isLast(hit));
  const fitting = result.hits.filter((hit) => !hit.saidNo && !isLast(hit));
  return (
    <section aria-labelledby="results" data-asked={dataAsked(asked)} className="min-w-0">
      <h2 id="results" tabIndex={-1} className="text-2xl">
        {t(isAtLeast ? "resultsMany" : "results", { total })}
      </h2>
      <SearchChips locale={locale} filters={filters} />
      <PrintedFilters locale={locale} filters={filters} />
      {total > 0 && (
        <p className="mt-3 max-w-prose text-sm text-muted">
          {t(`sortedBy.${result.sort}`)}.{" "}
          {isMeasured && t("distancesFrom", { zip: filters.near ?? text.near?.zip ?? "" })}{" "}
          {isAtLeast && t("manyNote", { total })}
        </p>
      )}
      <SaidNoNote locale={locale} filters={filters} answer={answer} />
      {total === 0 && <SearchRelaxations locale={locale} asked={asked} answer={answer} />}
      {total > 0 && result.hits.length === 0 && <p className="mt-3">{t("end")}</p>}
      <Hits locale={locale} hits={fitting} asked={asked} isMeasured={isMeasured} />
      {declined.length > 0 && facets.saidNo && <SaidNoTitle locale={locale} saidNo={facets.saidNo} />}
      <Hits locale={locale} hits={declined} asked={asked} isMeasured={isMeasured} />
      {others.length > 0 && <PartTitle>{t("others.title")}</PartTitle>}
      <Hits locale={locale} hits={others} asked={asked} isMeasured={isMeasured} />
      <Pages locale={locale} filters={filters} result={result} />
    </section>
  );
}

interface HitsProps {
  locale: Locale;
  hits: readonly SearchHit[];
  /** What the search hands on. */
  asked: ListingFilters;
  isMeasured: boolean;
}

function Hits({ locale, hits, asked, isMeasured }: HitsProps) {
  if (hits.length === 0) return null;
  return (
    <ol className="mt-4">
      {hits.map((hit) => (
        <SearchHitItem key={hit.slug} locale={locale} hit={hit} asked={asked} isMeasured={isMeasured} />
      ))}
    </ol>
  );
}

interface PagesProps {
  locale: Locale;
  filters: ListingFilters;
  result: SearchResult;
}

function Pages({ locale, filters, result: { hits, previous, next } }: PagesProps) {
  const t = getTranslator(locale, "filters");
  const isBeyond = filters.after !== null && hits.length === 0;
  if (!previous && !next && !isBeyond) return null;
  const to = (after: Cursor | null) =>
    localizedPath(locale, `/listings${filtersQuery({ ...withFilters(filters, {}), after })}#results`);
  const look = "text-link inline-flex min-h-11 items-center";
  return (
    <nav aria-label={t("pages")} className="no-print flex flex-wrap items-center gap-x-8 border-t border-line py-3">
      {(previous || isBeyond) && (
        <a href={to(null)} className={look}>
          {t("first")}
        </a>
      )}
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
