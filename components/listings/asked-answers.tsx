import { answerTo } from "@/lib/choices/answer-to";
import { optionLabel } from "@/lib/facts/filter-labels";
import { FILTER_GROUPS } from "@/lib/facts/filter-options";
import type { ListingDetail } from "@/lib/listings/types";
import { filtersQuery, type ListingFilters } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { dataAsked } from "./asked-line";
import { FactMark } from "./fact-mark";

interface AskedAnswersProps {
  locale: Locale;
  listing: ListingDetail;
  asked: ListingFilters;
}

/** On the page of a place that somebody came to from a search: what they asked for, with its answers, before all else. */
export function AskedAnswers({ locale, listing, asked }: AskedAnswersProps) {
  const t = getTranslator(locale, "filters");
  const unknown = getTranslator(locale, "facts.keeping")("unknown.all");
  const options = FILTER_GROUPS.flatMap((group) => asked[group].map((option) => ({ group, option })));
  return (
    <section
      aria-labelledby="asked-title"
      data-asked={dataAsked(asked)}
      className="mt-4 max-w-prose border-l-4 border-accent pl-3"
    >
      <h2 id="asked-title" className="font-sans text-base font-semibold">
        {t("active")}
      </h2>
      <dl>
        {options.map(({ group, option }) => {
          const value = answerTo(listing, group, option);
          return (
            <div key={`${group} ${option}`}>
              <dt className="inline">{optionLabel(locale, group, option)}:</dt>{" "}
              <dd className="inline">
                <FactMark locale={locale} value={value} words={value === "unknown" ? unknown : undefined} />
              </dd>
            </div>
          );
        })}
      </dl>
      <a
        href={localizedPath(locale, `/listings${filtersQuery(asked)}`)}
        className="text-link no-print inline-flex min-h-11 items-center"
      >
        {t("backToPlaces")}
      </a>
    </section>
  );
}
