import { optionLabel } from "@/lib/facts/filter-labels";
import { askedPairs } from "@/lib/search/asked";
import { filtersQuery, type ListingFilters } from "@/lib/search/filters";
import { isTyped, phrasesIn } from "@/lib/search/relaxing";
import type { LookedThrough, Relaxation, SearchAnswer, TextQuery } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { Glass } from "@/components/ui/drawings";
import { pathWithListings } from "@/lib/choices/paths";
import { askedText } from "./asked-line";

interface SearchRelaxationsProps {
  locale: Locale;
  filters: ListingFilters;
  /** What the search hands on. */
  asked: ListingFilters;
  answer: Pick<SearchAnswer, "relaxations" | "lookedThrough" | "text">;
}

/** For a search without results: what was looked through, what to let go of, how many places that finds, and what still holds. */
export function SearchRelaxations({ locale, filters, asked, answer }: SearchRelaxationsProps) {
  const t = getTranslator(locale, "filters");
  const { relaxations, lookedThrough, text } = answer;
  return (
    <div className="mt-4 max-w-prose">
      <Glass className="mb-2 w-32" />
      <p>{t("none")}</p>
      {lookedThrough && <p className="mt-2 text-sm text-muted">{lookedThroughText(locale, lookedThrough)}</p>}
      {relaxations.length > 0 && (
        <>
          <p className="mt-4 font-semibold">{t("relax")}</p>
          <ul className="mt-1">
            {relaxations.map((relaxation) => (
              <RelaxationLink
                key={relaxation.without.join()}
                locale={locale}
                filters={filters}
                asked={asked}
                text={text}
                relaxation={relaxation}
              />
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

interface RelaxationLinkProps extends Pick<SearchRelaxationsProps, "locale" | "filters" | "asked"> {
  text: TextQuery;
  relaxation: Relaxation;
}

function RelaxationLink({ locale, filters, asked, text, relaxation }: RelaxationLinkProps) {
  const t = getTranslator(locale, "filters");
  const { without, count, filters: rest, still } = relaxation;
  const options = askedText(locale, still);
  const isUnsaid = without.includes("unknown");
  const isUnpaid = asked.payment.length > 0 && still.payment.length === 0;
  return (
    <li className="pb-1">
      <a
        href={localizedPath(locale, `/listings${filtersQuery(rest)}#results`)}
        className="text-link inline-block min-h-11 py-2"
      >
        {words(locale, filters, without, text)}: {t("relaxCount", { count: count.value })}
        {count.isAtLeast && "+"}
      </a>
      {options && <span className="block text-sm">{t(isUnsaid ? "stillUnsaid" : "still", { options })}</span>}
      {isUnpaid && <span className="block text-sm">{t("withoutPayment")}</span>}
    </li>
  );
}

function lookedThroughText(locale: Locale, { surveyed, listed, surveyYear }: LookedThrough): string {
  const t = getTranslator(locale, "filters");
  return t("lookedThrough", { count: surveyed + listed, surveyed, listed, year: String(surveyYear ?? "none") });
}

function words(locale: Locale, filters: ListingFilters, without: Relaxation["without"], text: TextQuery): string {
  const t = getTranslator(locale, "filters");
  const parts = without.flatMap((part) => {
    if (part === "unknown") return [];
    if (part === "text" || isTyped(part)) return t("typed", { text: phrasesIn(part, text).join(" ") });
    return filters[part].map((option) => optionLabel(locale, part, option)).join(` ${t("or")} `);
  });
  if (parts.length === 0) return t("with", { what: t("unknownPlaces") });
  return t("without", { what: parts.join(` ${t("and")} `) });
}
