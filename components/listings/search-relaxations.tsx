import { optionLabel } from "@/lib/facts/filter-labels";
import { askedPairs } from "@/lib/search/asked";
import { filtersQuery, type ListingFilters } from "@/lib/search/filters";
import type { LookedThrough, Relaxation, SearchAnswer } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { pathWithListings } from "@/lib/choices/paths";
import { askedText } from "./asked-line";

interface SearchRelaxationsProps {
  locale: Locale;
  /** What the search hands on. */
  asked: ListingFilters;
  answer: Pick<SearchAnswer, "relaxations" | "lookedThrough">;
}

const SHOWN = 6;

/** For a search without results: what was looked through, what to let go of, how many places that finds, and what still holds. */
export function SearchRelaxations({ locale, asked, answer }: SearchRelaxationsProps) {
  const t = getTranslator(locale, "filters");
  const { relaxations, lookedThrough } = answer;
  return (
    <div className="mt-4 max-w-prose">
      <p>{t("none")}</p>
      {lookedThrough && <p className="mt-2 text-sm text-muted">{lookedThroughText(locale, lookedThrough)}</p>}
      {relaxations.length > 0 && (
        <>
          <p className="mt-4 font-semibold">{t("relax")}</p>
          <ul className="mt-1">
            {relaxations.slice(0, SHOWN).map((relaxation) => (
              <RelaxationLink key={relaxation.without.join()} locale={locale} asked={asked} relaxation={relaxation} />
            ))}
          </ul>
        </>
      )}
      <p className="mt-4">
        {t("askLead")}{" "}
        <a
          href={localizedPath(locale, pathWithListings("/contact", [], {}, askedPairs(asked)))}
          className="text-link inline-flex min-h-11 items-center"
        >
          {t("ask")}
        </a>
      </p>
    </div>
  );
}

interface RelaxationLinkProps extends Pick<SearchRelaxationsProps, "locale" | "asked"> {
  relaxation: Relaxation;
}

function RelaxationLink({ locale, asked, relaxation }: RelaxationLinkProps) {
  const t = getTranslator(locale, "filters");
  const { count, filters, without } = relaxation;
  const still = askedText(locale, filters);
  return (
    <li className="pb-1">
      <a
        href={localizedPath(locale, `/listings${filtersQuery(filters)}#results`)}
        className="text-link inline-block min-h-11 py-2"
      >
        {words(locale, asked, relaxation)}: {t("relaxCount", { count: count.value })}
        {count.isAtLeast && "+"}
      </a>
      {still && <span className="block text-sm">{t("still", { options: still })}</span>}
      {without.includes("payment") && <span className="block text-sm">{t("withoutPayment")}</span>}
    </li>
  );
}

function lookedThroughText(locale: Locale, { surveyed, listed, surveyYear }: LookedThrough): string {
  const t = getTranslator(locale, "filters");
  return t("lookedThrough", { count: surveyed + listed, surveyed, listed, year: String(surveyYear ?? "none") });
}

function words(locale: Locale, asked: ListingFilters, { without, words: typed }: Relaxation): string {
  const t = getTranslator(locale, "filters");
  if (without.includes("unknown")) return t("with", { what: t("unknownPlaces") });
  const parts = without.map((part) => {
    if (part === "text" || part === "unknown") return `“${typed}”`;
    return asked[part].map((option) => optionLabel(locale, part, option)).join(` ${t("or")} `);
  });
  return t("without", { what: parts.join(` ${t("and")} `) });
}
