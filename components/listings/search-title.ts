import { attributeLabel } from "@/lib/facts/attribute-labels";
import { optionLabel } from "@/lib/facts/filter-labels";
import { FILTER_GROUPS } from "@/lib/facts/filter-options";
import { askedOf } from "@/lib/search/asked";
import type { ListingFilters } from "@/lib/search/filters";
import { nameIn } from "@/lib/search/gazetteer";
import type { SearchAnswer } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** More than a tab or a line of history shows. */
const MAX_LENGTH = 60;

type Answered = Pick<SearchAnswer, "text"> & {
  result: Pick<SearchAnswer["result"], "start">;
  facets: { total: Pick<SearchAnswer["facets"]["total"], "value"> };
};

/**
 * What a search asks for, for the title of its page: "Methadone near 90012". Says when nothing was found, and when it is
 * not the first page. Words that are looked for stand in it as they do on the page, quoted, and cut where it gets long.
 * @param everything the title where nothing is asked
 */
export function searchTitle(locale: Locale, filters: ListingFilters, answer: Answered, everything: string): string {
  const t = getTranslator(locale, "filters.titles");
  const what = cut(whatIsAsked(locale, filters, answer).join(", "));
  const start = answer.result.start && nameIn(locale, answer.result.start.name);
  const asked = start ? (what ? t("near", { what, start }) : t("nearOnly", { start })) : what || everything;
  if (answer.facets.total.value === 0) return t("none", { asked });
  return filters.after ? t("later", { asked }) : asked;
}

/** Options, ticked or typed, and services, and words that are looked for as they stand. */
function whatIsAsked(locale: Locale, filters: ListingFilters, { text }: Answered): string[] {
  const quoted = (typed: string) => getTranslator(locale, "filters")("typed", { text: typed });
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  const asked = askedOf(filters, text);
  return [
    ...FILTER_GROUPS.filter((group) => asked[group].length > 0).map((group) =>
      list.format(asked[group].map((option) => optionLabel(locale, group, option))),
    ),
    ...text.services.map(({ codes }) => list.format(codes.map((code) => attributeLabel(locale, code)))),
    ...text.alone.map(({ who }) => getTranslator(locale, "filters.alone")(who)),
    ...(text.readAs === "meaning" ? [...text.words, ...text.numbers] : [filters.text])
      .filter((typed) => typed !== "")
      .map(quoted),
  ];
}

function cut(text: string): string {
  const letters = Array.from(text);
  return letters.length > MAX_LENGTH ? `${letters.slice(0, MAX_LENGTH).join("").trimEnd()}…` : text;
}
