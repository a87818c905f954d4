import { PlainSearch } from "@/components/listings/plain-search";
import { optionLabel } from "@/lib/facts/filter-labels";
import type { FilterGroup } from "@/lib/facts/filter-options";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** What people ask first: whether they get or keep their medication, and whether Medi-Cal pays. */
const CHIPS = [
  ["medication", "methadone"],
  ["medication", "buprenorphine"],
  ["payment", "medi-cal"],
] as const satisfies readonly (readonly [FilterGroup, string])[];

/** The search, with what people ask first. */
export function HomeSearch({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "home.search");
  return (
    <PlainSearch locale={locale} id="home-search">
      <div className="mt-3 flex flex-wrap gap-2">
        {CHIPS.map(([group, option]) => (
          <label
            key={option}
            className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong bg-surface px-3.5 text-sm font-medium hover:bg-accent-soft has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input type="checkbox" name={group} value={option} className="size-5 shrink-0 accent-accent" />
            {optionLabel(locale, group, option)}
          </label>
        ))}
        <a href={localizedPath(locale, "/find")} className="text-link inline-flex min-h-11 items-center px-1 text-sm">
          {t("guide")}
        </a>
      </div>
    </PlainSearch>
  );
}
