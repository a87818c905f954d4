import { optionLabel } from "@/lib/facts/filter-labels";
import { FILTER_GROUPS } from "@/lib/facts/filter-options";
import { filtersQuery, withFilters, withoutOption, type ListingFilters } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface Chip {
  label: string;
  /** The search without it. */
  without: ListingFilters;
}

/** What the search asks for; each part is a link that removes it. */
export function SearchChips({ locale, filters }: { locale: Locale; filters: ListingFilters }) {
  const t = getTranslator(locale, "filters");
  const chips = chipsOf(locale, filters);
  if (chips.length === 0) return null;
  const look = "inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong px-4 py-1 text-sm";
  return (
    <nav aria-label={t("active")} className="no-print mt-3">
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ label, without }) => (
          <li key={label} className="max-w-full">
            <a
              href={localizedPath(locale, `/listings${filtersQuery(without)}#results`)}
              className={`${look} max-w-full bg-surface no-underline hover:bg-accent-soft`}
            >
              <span className="sr-only">{t("remove")} </span>
              <span className="min-w-0 break-words">{label}</span>
              <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
        <li>
          <a href={localizedPath(locale, "/listings")} className="text-link inline-flex min-h-11 items-center px-2">
            {t("clear")}
          </a>
        </li>
      </ul>
    </nav>
  );
}

function chipsOf(locale: Locale, filters: ListingFilters): Chip[] {
  const t = getTranslator(locale, "filters");
  const chips: Chip[] = FILTER_GROUPS.flatMap((group) =>
    filters[group].map((option) => ({
      label: optionLabel(locale, group, option),
      without: withoutOption(filters, group, option),
    })),
  );
  if (filters.text) chips.unshift({ label: `“${filters.text}”`, without: withFilters(filters, { text: "" }) });
  if (filters.near)
    chips.push({ label: `${t("near")}: ${filters.near}`, without: withFilters(filters, { near: null }) });
  if (filters.includeUnknown)
    chips.push({ label: t("unknown.label"), without: withFilters(filters, { includeUnknown: false }) });
  return chips;
}
