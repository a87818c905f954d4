import { Button } from "@/components/ui/button";
import { optionLabel } from "@/lib/facts/filter-labels";
import type { FilterGroup } from "@/lib/facts/filter-options";
import { MAX_TEXT_LENGTH } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** What people ask first: whether they get or keep their medication, and whether Medi-Cal pays. */
const CHIPS = [
  ["medication", "methadone"],
  ["medication", "buprenorphine"],
  ["payment", "medi-cal"],
] as const satisfies readonly (readonly [FilterGroup, string])[];

/** A search that needs no script: it leads to the list of places, whose form has every other filter. */
export function HomeSearch({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "home.search");
  return (
    <form method="get" action={localizedPath(locale, "/listings")} aria-label={t("label")}>
      <label htmlFor="home-search" className="text-sm font-semibold">
        {t("field")}
      </label>
      <div className="mt-1 flex gap-2">
        <input
          id="home-search"
          name="q"
          type="search"
          maxLength={MAX_TEXT_LENGTH}
          className="block min-h-12 w-full min-w-0 rounded-md border-2 border-accent bg-surface px-3 py-2 text-base text-ink"
        />
        <Button className="shrink-0">{t("submit")}</Button>
      </div>
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
    </form>
  );
}
