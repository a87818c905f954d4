import { dataAsked } from "@/components/listings/asked-line";
import { questionText } from "@/components/listings/question-text";
import { ResultPages } from "@/components/listings/result-pages";
import { ResultParts } from "@/components/listings/result-parts";
import { SearchNotes } from "@/components/listings/search-notes";
import { areaOf } from "@/lib/map/areas";
import { isLocated } from "@/lib/map/atlas";
import { drawSheet } from "@/lib/map/drawing";
import type { Numbered } from "@/lib/map/numbering";
import { searchMapPath } from "@/lib/map/paths";
import type { MapPosition } from "@/lib/map/types";
import { handedOn } from "@/lib/search/asked";
import { filtersQuery, type ListingFilters } from "@/lib/search/filters";
import type { SearchAnswer, SearchHit } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { MapLegend } from "./map-legend";
import { NearForm } from "./near-form";
import { MapCards } from "./map-cards";
import { SheetMap } from "./sheet-drawing";

interface SearchMapProps {
  locale: Locale;
  filters: ListingFilters;
  answer: SearchAnswer;
  /** Where the places that were found are, by slug. */
  positions: ReadonlyMap<string, MapPosition | null>;
}

/** The same page of the same places as the search shows, drawn: with a number each, and all that was asked for. */
export function SearchMap({ locale, filters, answer, positions }: SearchMapProps) {
  const t = getTranslator(locale, "map.asked");
  const { result, facets, text, near } = answer;
  const { start } = result;
  const { value: total, isAtLeast } = facets.total;
  const asked = handedOn(filters, text);
  const cards = numberedHits(result.hits, positions);
  const drawn = cards.filter(isLocated).filter(isNumbered);
  const isNear = start !== null && areaOf(start.position) !== null;
  const words = getTranslator(locale, "filters");
  const list = (hits: readonly SearchHit[]) => (
    <MapCards
      locale={locale}
      places={cards.filter(({ slug }) => hits.some((hit) => hit.slug === slug))}
      asked={asked}
      isMeasured={start !== null}
    />
  );
  return (
    <>
      <Question locale={locale} filters={filters} answer={answer} />
      <NearForm locale={locale} filters={filters} near={near} />
      <SearchNotes locale={locale} filters={filters} answer={answer} />
      <section aria-labelledby="results" data-asked={dataAsked(asked)} className="mt-4">
        <h2 id="results" className="text-xl">
          {words(isAtLeast ? "resultsMany" : "results", { total })}
          {drawn.length > 0 && drawn.length < total && (
            <span className="font-sans text-base">{` · ${t("shown", { count: drawn.length })}`}</span>
          )}
        </h2>
        {total === 0 && <p className="mt-2">{t("none")}</p>}
        <div className={`mt-3 grid items-start gap-x-6 gap-y-2 ${drawn.length > 0 ? "lg:grid-cols-2" : ""}`}>
          {drawn.length > 0 && (
            <div className="lg:sticky lg:top-4">
              <SheetMap
                locale={locale}
                drawing={drawSheet(drawn, { start: isNear ? start.position : null })}
                title={t("title")}
              />
              <MapLegend locale={locale} hasStart={isNear} />
            </div>
          )}
          <div>
            <ResultParts locale={locale} isFirstPage={filters.after === null} answer={answer} list={list} />
          </div>
        </div>
        <ResultPages locale={locale} filters={filters} result={result} pathOf={searchMapPath} />
      </section>
    </>
  );
}

/** What was asked for, whole, and the way back to the same places as a list, where it can be changed. */
function Question({ locale, filters, answer }: Omit<SearchMapProps, "positions">) {
  const t = getTranslator(locale, "map.asked");
  const question = questionText(locale, filters, answer.result.start);
  return (
    <p className="mt-2 max-w-prose border-l-4 border-accent pl-3">
      {question && (
        <>
          <span className="text-muted">{getTranslator(locale, "filters")("active")}:</span>{" "}
          <strong>{question}</strong>{" "}
        </>
      )}
      <a
        href={localizedPath(locale, `/listings${filtersQuery(filters)}`)}
        className="text-link no-print inline-flex min-h-11 items-center"
      >
        {t("asList")}
      </a>
    </p>
  );
}

type Card = SearchHit & { number: number | null; position: MapPosition | null };

/** In their order; what no map can show has no number. */
function numberedHits(hits: readonly SearchHit[], positions: ReadonlyMap<string, MapPosition | null>): Card[] {
  let last = 0;
  return hits.map((hit) => {
    const position = positions.get(hit.slug) ?? null;
    if (position) last += 1;
    return { ...hit, position, number: position ? last : null };
  });
}

const isNumbered = <Item extends { number: number | null }>(item: Item): item is Numbered<Item> => item.number !== null;
