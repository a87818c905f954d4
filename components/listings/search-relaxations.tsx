import { optionLabel } from "@/lib/facts/filter-labels";
import { filtersQuery, withFilters, type ListingFilters } from "@/lib/search/filters";
import { withoutPhrase } from "@/lib/search/phrases";
import type { LookedThrough, Part, Relaxation, SearchAnswer, TextQuery, TypedPart } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface SearchRelaxationsProps {
  locale: Locale;
  filters: ListingFilters;
  answer: Pick<SearchAnswer, "relaxations" | "lookedThrough" | "text">;
}

const SHOWN = 6;

/** For a search without results: what was looked through, which filters to drop, and how many places that finds. */
export function SearchRelaxations({ locale, filters, answer }: SearchRelaxationsProps) {
  const t = getTranslator(locale, "filters");
  const { relaxations, lookedThrough, text } = answer;
  return (
    <div className="mt-4 max-w-prose">
      <p>{t("none")}</p>
      {lookedThrough && <p className="mt-2 text-sm text-muted">{lookedThroughText(locale, lookedThrough)}</p>}
      {relaxations.length > 0 && (
        <>
          <p className="mt-4 font-semibold">{t("relax")}</p>
          <ul className="mt-1">
            {relaxations.slice(0, SHOWN).map(({ without, count }) => (
              <li key={without.join()}>
                <a
                  href={localizedPath(locale, `/listings${filtersQuery(relaxed(filters, without, text))}#results`)}
                  className="text-link inline-block min-h-11 py-2"
                >
                  {words(locale, filters, without, text)}: {t("relaxCount", { count: count.value })}
                  {count.isAtLeast && "+"}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-4">
        {t("askLead")}{" "}
        <a href={localizedPath(locale, "/contact")} className="text-link inline-flex min-h-11 items-center">
          {t("ask")}
        </a>
      </p>
    </div>
  );
}

function lookedThroughText(locale: Locale, { surveyed, listed, surveyYear }: LookedThrough): string {
  const t = getTranslator(locale, "filters");
  return t("lookedThrough", { count: surveyed + listed, surveyed, listed, year: String(surveyYear ?? "none") });
}

function relaxed(filters: ListingFilters, without: Relaxation["without"], text: TextQuery): ListingFilters {
  return without.reduce<ListingFilters>((rest, part) => {
    if (part === "unknown") return withFilters(rest, { includeUnknown: true });
    if (!isTextPart(part)) return withFilters(rest, { [part]: [] });
    if (text.readAs !== "meaning") return withFilters(rest, { text: "", words: null });
    const typed = typedIn(part, text);
    return withFilters(rest, { text: typed.reduce(withoutPhrase, rest === filters ? text.text : rest.text) });
  }, filters);
}

function isTextPart(part: Part): part is "text" | TypedPart {
  return part === "text" || part.startsWith("typed:");
}

/** The phrases, as they were typed, that a part of the text is. */
function typedIn(part: "text" | TypedPart, { words, numbers, unknown }: TextQuery): readonly string[] {
  return part === "text" ? [...words, ...numbers, ...unknown] : [part.slice("typed:".length)];
}

function words(locale: Locale, filters: ListingFilters, without: Relaxation["without"], text: TextQuery): string {
  const t = getTranslator(locale, "filters");
  const parts = without.flatMap((part) => {
    if (part === "unknown") return [];
    if (isTextPart(part)) return t("typed", { text: typedIn(part, text).join(" ") });
    return filters[part].map((option) => optionLabel(locale, part, option)).join(` ${t("or")} `);
  });
  if (parts.length === 0) return t("with", { what: t("unknownPlaces") });
  return t("without", { what: parts.join(` ${t("and")} `) });
}
