import type { ReactNode } from "react";
import { filtersQuery, withFilters, type ListingFilters } from "@/lib/search/filters";
import type { Cursor } from "@/lib/search/search-cursor";
import type { SearchAnswer, SearchHit, SearchResult } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { startText } from "./start-text";
import { PrintedFilters } from "./printed-filters";
import { SaidNoNote, SaidNoTitle } from "./said-no";
import { SearchChips } from "./search-chips";
import { SearchHitItem } from "./search-hit";
import { SearchNotes } from "./search-notes";
import { SearchReading } from "./search-reading";
import { SearchRelaxations } from "./search-relaxations";

interface SearchResultsProps {
  locale: Locale;
  filters: ListingFilters;
  answer: SearchAnswer;
}

export function SearchResults({ locale, filters, answer }: SearchResultsProps) {
  const t = getTranslator(locale, "filters");
  const { result, facets } = answer;
  const { value: total, isAtLeast } = facets.total;
  const { start, ring } = result;
  const isMeasured = start !== null;
  const fitting = result.hits.filter(({ saidNo }) => !saidNo);
  const declined = result.hits.filter(({ saidNo }) => saidNo);
  return (
    <section aria-labelledby="results" className="min-w-0">
      <h2 id="results" tabIndex={-1} className="text-2xl">
        {t(isAtLeast ? "resultsMany" : "results", { total })}
      </h2>
      <SearchChips locale={locale} filters={filters} answer={answer} />
      <SearchNotes locale={locale} filters={filters} answer={answer} />
      <SearchReading locale={locale} filters={filters} answer={answer} />
      <PrintedFilters locale={locale} filters={filters} near={answer.near} />
      {total > 0 && (
        <p className="mt-3 max-w-prose text-sm text-muted">
          {!ring && <>{t(`sortedBy.${result.sort}`)}. </>}
          {start && getTranslator(locale, "reading")("distancesFrom", { place: startText(locale, start) })}{" "}
          {isAtLeast && t("manyNote", { total })}
        </p>
      )}
      <SaidNoNote locale={locale} filters={filters} answer={answer} />
      {total === 0 && <SearchRelaxations locale={locale} filters={filters} answer={answer} />}
      {total > 0 && result.hits.length === 0 && <p className="mt-3">{t("end")}</p>}
      <RingTitle locale={locale} filters={filters} result={result} />
      <Hits locale={locale} hits={fitting.filter(({ isBeyond }) => !isBeyond)} isMeasured={isMeasured} />
      {ring && fitting.some(({ isBeyond }) => isBeyond) && (
        <GroupTitle>{getTranslator(locale, "reading")("beyond", { miles: ring.miles })}</GroupTitle>
      )}
      <Hits locale={locale} hits={fitting.filter(({ isBeyond }) => isBeyond)} isMeasured={isMeasured} />
      {declined.length > 0 && facets.saidNo && <SaidNoTitle locale={locale} saidNo={facets.saidNo} />}
      <Hits locale={locale} hits={declined} isMeasured={isMeasured} />
      <Pages locale={locale} filters={filters} result={result} />
    </section>
  );
}

/** Above the places within the ring; where there are none, on the first page it says so. */
function RingTitle({ locale, filters, result: { ring, start, hits } }: PagesProps) {
  const t = getTranslator(locale, "reading");
  if (!ring || !start || hits.length === 0) return null;
  const words = { miles: ring.miles, place: startText(locale, start) };
  if (ring.isEmpty) return filters.after ? null : <GroupTitle>{t("noneWithin", words)}</GroupTitle>;
  return hits.some(({ isBeyond, saidNo }) => !isBeyond && !saidNo) && <GroupTitle>{t("within", words)}</GroupTitle>;
}

function GroupTitle({ children }: { children: ReactNode }) {
  return <p className="mt-6 border-t-2 border-line-strong pt-3 font-semibold">{children}</p>;
}

interface HitsProps {
  locale: Locale;
  hits: readonly SearchHit[];
  isMeasured: boolean;
}

function Hits({ locale, hits, isMeasured }: HitsProps) {
  if (hits.length === 0) return null;
  return (
    <ol className="mt-4">
      {hits.map((hit) => (
        <SearchHitItem key={hit.slug} locale={locale} hit={hit} isMeasured={isMeasured} />
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
