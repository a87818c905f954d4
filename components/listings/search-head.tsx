import { searchMapPath } from "@/lib/map/paths";
import { narrows } from "@/lib/search/asked";
import { countChosen, type ListingFilters } from "@/lib/search/filters";
import type { SearchAnswer } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { nearLabel } from "./start-text";

interface SearchHeadProps {
  locale: Locale;
  filters: ListingFilters;
  answer: SearchAnswer;
}

/** How many places there are; where nothing but a place is asked, where the list begins. Beside it the way to the map. */
export function SearchHead({ locale, filters, answer }: SearchHeadProps) {
  const t = getTranslator(locale, "filters");
  const reading = getTranslator(locale, "reading");
  const { value: total, isAtLeast } = answer.facets.total;
  const { start, ring } = answer.result;
  const isNearAlone = start !== null && ring !== null && total > 0 && leavesNothingOut(filters, answer);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id="results" tabIndex={-1} className="text-xl sm:text-2xl">
          {isNearAlone ? nearLabel(locale, start) : t(isAtLeast ? "resultsMany" : "results", { total })}
        </h2>
        <a
          href={localizedPath(locale, searchMapPath(filters))}
          className="text-link no-print inline-flex min-h-11 items-center text-sm"
        >
          {getTranslator(locale, "map")("linkShort")}
        </a>
      </div>
      {isNearAlone && <p className="-mt-1 text-sm">{reading(isAtLeast ? "nearbyMany" : "nearbyCount", { total })}</p>}
    </>
  );
}

/** Whether every place fits, whatever was typed. */
function leavesNothingOut(filters: ListingFilters, { text }: SearchAnswer): boolean {
  return countChosen(filters) === 0 && !narrows(text);
}
