import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { askedOf } from "@/lib/search/asked";
import { countChosen, MAX_NEAR_LENGTH, MAX_TEXT_LENGTH, type ListingFilters } from "@/lib/search/filters";
import { searchCountPath } from "@/lib/search/paths";
import { SORTS } from "@/lib/search/search-cursor";
import type { SearchAnswer } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { FilterSheet } from "./filter-sheet";
import { FilterGroups } from "./search-groups";

interface SearchFormProps {
  locale: Locale;
  filters: ListingFilters;
  answer: Pick<SearchAnswer, "facets" | "near" | "text">;
}

/**
 * A plain form: the URL is its state, and it needs no script. On a phone the groups are folded away above the
 * results, and open as a sheet, whose button counts (public/filters.js); on a desktop they stand open beside them.
 */
export function SearchForm({ locale, filters, answer: { facets, near, text } }: SearchFormProps) {
  const t = getTranslator(locale, "filters");
  const { value: count, isAtLeast } = facets.total;
  const asked = askedOf(filters, text);
  return (
    <form
      method="get"
      // Leads to the number of places, which a screen reader then says.
      action={localizedPath(locale, "/listings#results")}
      aria-label={t("form")}
      className="no-print flex flex-wrap content-start gap-x-3 gap-y-2 rounded-lg border border-line bg-surface p-3 *:grow *:basis-full max-sm:text-sm sm:p-5 lg:gap-y-4"
    >
      <TextField name="q" type="search" label={t("text")} defaultValue={filters.text} maxLength={MAX_TEXT_LENGTH} />
      <TextField
        name="near"
        label={t("near")}
        defaultValue={filters.near ?? ""}
        error={near && !near.start && !near.isWholeCounty && near.others.length === 0 ? t("nearError") : undefined}
        autoComplete="postal-code"
        maxLength={MAX_NEAR_LENGTH}
      />
      <Button className="max-lg:basis-auto max-lg:px-4">{t("submit")}</Button>
      <FilterSheet
        label={
          <span>
            <span className="count-as-sent">{t("fold", { count: countChosen(asked) })}</span>
            <span className="count-changed">{t("fold", { count: 0 })}</span>
          </span>
        }
      >
        <FilterGroups locale={locale} filters={filters} asked={asked} facets={facets} />
        <Order locale={locale} filters={filters} />
        <div className="mt-3 bg-surface py-2 max-lg:sticky max-lg:bottom-0">
          <Button className="w-full" data-count={searchCountPath(locale)} data-plain={t("submit")}>
            <span className="count-as-sent">{t(isAtLeast ? "showMany" : "show", { count })}</span>
            <span className="count-changed">{t("submit")}</span>
          </Button>
          <output className="sr-only" />
        </div>
      </FilterSheet>
    </form>
  );
}

function Order({ locale, filters }: Omit<SearchFormProps, "answer">) {
  const t = getTranslator(locale, "filters");
  return (
    <fieldset className="border-t border-line pt-3">
      <legend className="float-left mb-1 w-full font-semibold">{t("order.title")}</legend>
      {SORTS.map((sort) => (
        <label key={sort} className="clear-both flex min-h-11 items-center gap-3 leading-snug">
          <input
            type="radio"
            name="sort"
            value={sort === "rank" ? "" : sort}
            defaultChecked={(filters.sort ?? "rank") === sort}
            className="size-5 shrink-0 accent-accent"
          />
          {t(`order.${sort}`)}
        </label>
      ))}
    </fieldset>
  );
}
