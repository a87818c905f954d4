import { handedOn } from "@/lib/search/asked";
import { filtersQuery, type ListingFilters } from "@/lib/search/filters";
import type { SearchAnswer, SearchHit } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { dataAsked } from "./asked-line";
import { PrintedFilters } from "./printed-filters";
import { ResultPages } from "./result-pages";
import { ResultParts } from "./result-parts";
import { SaidNoNote } from "./said-no";
import { SearchChips } from "./search-chips";
import { SearchHead } from "./search-head";
import { SearchHitItem } from "./search-hit";
import { SearchNotes } from "./search-notes";
import { ExactReading, SearchReading } from "./search-reading";
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
  const list = (hits: readonly SearchHit[]) => (
    <Hits locale={locale} hits={hits} asked={asked} isMeasured={start !== null} />
  );
  return (
    <section aria-labelledby="results" data-asked={dataAsked(asked)} className="min-w-0">
      <SearchHead locale={locale} filters={filters} answer={answer} />
      <SearchChips locale={locale} filters={filters} answer={answer} />
      <SearchNotes locale={locale} filters={filters} answer={answer} />
      <SearchReading locale={locale} filters={filters} asked={asked} answer={answer} />
      <PrintedFilters locale={locale} filters={filters} near={answer.near} />
      {total > 0 && (!ring || isAtLeast) && (
        <p className="mt-2 max-w-prose text-sm text-muted">
          {!ring && <>{t(`sortedBy.${result.sort}`)}. </>}
          {isAtLeast && t("manyNote", { total })}
        </p>
      )}
      <SaidNoNote locale={locale} filters={filters} answer={answer} />
      {total === 0 && <SearchRelaxations locale={locale} filters={filters} asked={asked} answer={answer} />}
      {total > 0 && result.hits.length === 0 && <p className="mt-3">{t("end")}</p>}
      <ResultParts locale={locale} isFirstPage={filters.after === null} answer={answer} list={list} />
      {total > 0 && start && (
        <p className="mt-2 max-w-prose text-sm text-muted">
          {ring && `${getTranslator(locale, "reading")("stepsNote")} `}
          {getTranslator(locale, "reading")("distancesFrom", { place: startText(locale, start) })}{" "}
          {result.hits.some(({ distance }) => distance?.isApproximate) && t("distanceAbout")}
        </p>
      )}
      <ResultPages
        locale={locale}
        filters={filters}
        result={result}
        pathOf={(page) => `/listings${filtersQuery(page)}#results`}
      />
      <ExactReading locale={locale} filters={filters} answer={answer} />
    </section>
  );
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
    <ol className="mt-2">
      {hits.map((hit) => (
        <SearchHitItem key={hit.slug} locale={locale} hit={hit} asked={asked} isMeasured={isMeasured} />
      ))}
    </ol>
  );
}
