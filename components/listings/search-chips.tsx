import { Whole } from "@/components/ui/whole";
import { attributeLabel } from "@/lib/facts/attribute-labels";
import { optionLabel } from "@/lib/facts/filter-labels";
import { FILTER_GROUPS, type FilterGroup, type FilterOption } from "@/lib/facts/filter-options";
import { filtersQuery, withFilters, withoutOption, type ListingFilters } from "@/lib/search/filters";
import { nameIn, type Start } from "@/lib/search/gazetteer";
import { withoutPhrase } from "@/lib/search/phrases";
import type { SearchAnswer, TextQuery } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface Chip {
  label: string;
  /** The search without it. */
  without: ListingFilters;
}

interface SearchChipsProps {
  locale: Locale;
  filters: ListingFilters;
  answer: Pick<SearchAnswer, "text" | "near">;
}

const MAX_NAMES = 2;

/** What the search asks for, the typed text as it was read; each part is a link that removes it. */
export function SearchChips({ locale, filters, answer }: SearchChipsProps) {
  const t = getTranslator(locale, "filters");
  const chips = [...textChips(locale, filters, answer.text), ...filterChips(locale, filters, answer.near)];
  if (chips.length === 0) return null;
  const look =
    "inline-flex min-h-11 max-w-full items-center gap-2 rounded-full border border-line-strong bg-surface px-3 py-1 text-sm leading-tight sm:px-4";
  return (
    <nav aria-label={t("active")} className="no-print mt-1 sm:mt-2">
      <ul className="flex flex-wrap gap-1.5 sm:gap-2">
        {chips.map(({ label, without }) => (
          <li key={label} className="max-w-full">
            <a
              href={localizedPath(locale, `/listings${filtersQuery(without)}#results`)}
              className={`${look} no-underline hover:bg-accent-soft`}
            >
              <span className="sr-only">{t("remove")} </span>
              <span className="min-w-0 break-words">
                <Whole>{label}</Whole>
              </span>
              <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
        {/* Of a chip or two each removes itself; on a phone the line for it would push the places down. */}
        <li className={chips.length < 3 ? "max-sm:hidden" : undefined}>
          <a href={localizedPath(locale, "/listings")} className="text-link inline-flex min-h-11 items-center px-2">
            {t("clear")}
          </a>
        </li>
      </ul>
    </nav>
  );
}

/** The phrases that mean something and the words that are looked for; a text that is looked for as it stands, whole. */
function textChips(locale: Locale, filters: ListingFilters, query: TextQuery): Chip[] {
  const quoted = (text: string) => getTranslator(locale, "filters")("typed", { text });
  if (filters.text === "") return [];
  const whole = [{ label: quoted(filters.text), without: withFilters(filters, { text: "", words: null }) }];
  if (query.readAs !== "meaning") return whole;
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  /** Of more options the chip would be longer than what was typed. */
  const labelOf = (names: string[]) => (names.length > MAX_NAMES ? null : list.format(names));
  const chip = (label: string, typed: string): Chip => {
    return { label, without: withFilters(filters, { text: withoutPhrase(query.text, typed) }) };
  };
  const { asked, services, alone, near, words, numbers } = query;
  const chips = [
    ...asked.map(({ typed, group, options }) =>
      chip(labelOf(options.map((option) => chipLabel(locale, group, option))) ?? quoted(typed), typed),
    ),
    ...services.map(({ typed, codes }) =>
      chip(labelOf(codes.map((code) => attributeLabel(locale, code))) ?? quoted(typed), typed),
    ),
    ...alone.map(({ typed, who }) => chip(getTranslator(locale, "filters.alone")(who), typed)),
    ...(near ? [chip(placeLabel(locale, near.start), near.typed)] : []),
    ...[...words, ...numbers].map((typed) => chip(quoted(typed), typed)),
  ];
  return chips.length > 0 ? chips : whole;
}

function filterChips(locale: Locale, filters: ListingFilters, near: SearchAnswer["near"]): Chip[] {
  const t = getTranslator(locale, "filters");
  const chips: Chip[] = FILTER_GROUPS.flatMap((group) =>
    filters[group].map((option) => ({
      label: chipLabel(locale, group, option),
      without: withoutOption(filters, group, option),
    })),
  );
  if (near?.start) chips.push({ label: placeLabel(locale, near.start), without: withFilters(filters, { near: null }) });
  if (filters.includeUnknown)
    chips.push({ label: t("unknown.label"), without: withFilters(filters, { includeUnknown: false }) });
  return chips;
}

/** Without what stands in parentheses: the filters explain the option, a chip names it. */
function chipLabel(locale: Locale, group: FilterGroup, option: FilterOption): string {
  return optionLabel(locale, group, option).replace(/ \([^()]*\)$/, "");
}

/** "Near Boyle Heights", "Near 90033". */
function placeLabel(locale: Locale, { name }: Start): string {
  return getTranslator(locale, "reading")("near", { place: nameIn(locale, name) });
}
