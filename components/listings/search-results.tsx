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
import { SearchNotes } from "./search-notes";
import { SearchReading } from "./search-reading";
import { SearchRelaxations } from "./search-relaxations";
import { startText } from "./start-text";

interface SearchResultsProps {
  locale: Locale;
  filters: ListingFilters;
  answer: SearchAnswer;
}

export function SearchResults({ locale, filters, answer }: SearchResultsProps) {
  const t = getTranslator(locale, "filters");
  const { result, facets, text } = answer;
  const { value: total, isAtLeast } = facets.total;
  const { start, ring } = result;
  const asked = handedOn(filters, text);
  return (
    <section aria-labelledby="results" data-asked={dataAsked(asked)} className="min-w-0">
      <h2 id="results" tabIndex={-1} className="text-2xl">
        {t(isAtLeast ? "resultsMany" : "results", { total })}
      </h2>
      <SearchChips locale={locale} filters={filters} answer={answer} />
      <SearchNotes locale={locale} filters={filters} answer={answer} />
      <SearchReading locale={locale} filters={filters} asked={asked} answer={answer} />
      <PrintedFilters locale={locale} filters={filters} near={answer.near} />
      {total > 0 && (
        <p className="mt-2 max-w-prose text-sm text-muted">
          {!ring && <>{t(`sortedBy.${result.sort}`)}. </>}
          {start && getTranslator(locale, "reading")("distancesFrom", { place: startText(locale, start) })}{" "}
          {result.hits.some(({ distance }) => distance?.isApproximate) && t("distanceAbout")}{" "}
          {isAtLeast && t("manyNote", { total })}
        </p>
      )}
      <SaidNoNote locale={locale} filters={filters} answer={answer} />
      {total === 0 && <SearchRelaxations locale={locale} filters={filters} asked={asked} answer={answer} />}
      {total > 0 && result.hits.length === 0 && <p className="mt-3">{t("end")}</p>}
      <Parts locale={locale} filters={filters} asked={asked} answer={answer} />
      <Pages locale={locale} filters={filters} result={result} />
    </section>
  );
}

interface PartsProps extends SearchResultsProps {
  /** What the search hands on. */
  asked: ListingFilters;
}

/** The places in the order of the list, each part below the sentence that tells it from the ones before. */
function Parts({ locale, filters, asked, answer: { result, facets, text } }: PartsProps) {
  const { hits, ring, start } = result;
  const list = (places: SearchHit[]) => (
    <Hits locale={locale} hits={places} asked={asked} isMeasured={start !== null} />
  );
  const isLast = ({ treatsOpioids }: SearchHit) => !treatsOpioids && !text.asksOthers;
  const others = hits.filter(isLast);
  const declined = hits.filter((hit) => hit.saidNo && !isLast(hit));
  const fitting = hits.filter((hit) => !hit.saidNo && !isLast(hit));
  const beyond = fitting.filter(({ isBeyond }) => isBeyond);
  return (
    <>
      <RingTitle locale={locale} isFirstPage={filters.after === null} result={result} fitting={fitting} />
      {list(fitting.filter(({ isBeyond }) => !isBeyond))}
      {ring && beyond.length > 0 && (
        <PartTitle>{getTranslator(locale, "reading")("beyond", { miles: ring.miles })}</PartTitle>
      )}
      {list(beyond)}
      {declined.length > 0 && facets.saidNo && <SaidNoTitle locale={locale} saidNo={facets.saidNo} />}
      {list(declined)}
      {others.length > 0 && <PartTitle>{getTranslator(locale, "filters")("others.title")}</PartTitle>}
      {list(others)}
    </>
  );
}

interface RingTitleProps {
  locale: Locale;
  isFirstPage: boolean;
  result: SearchResult;
  /** The places of the first part. */
  fitting: readonly SearchHit[];
}

/** Above the places within the ring; where there are none, on the first page it says so. */
function RingTitle({ locale, isFirstPage, result: { ring, start }, fitting }: RingTitleProps) {
  const t = getTranslator(locale, "reading");
  if (!ring || !start || fitting.length === 0) return null;
  const words = { miles: ring.miles, place: startText(locale, start) };
  if (ring.isEmpty) return isFirstPage && <PartTitle>{t("noneWithin", words)}</PartTitle>;
  return fitting.some(({ isBeyond }) => !isBeyond) && <PartTitle>{t("within", words)}</PartTitle>;
}

interface HitsProps {
  locale: Locale;
  hits: readonly SearchHit[];
  asked: ListingFilters;
  isMeasured: boolean;
}

function Hits({ locale, hits, asked, isMeasured }: HitsProps) {
  if (hits.length === 0) return null;
  return (
    <ol className="mt-3">
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
