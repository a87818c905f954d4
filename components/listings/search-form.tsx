import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { countChosen, LONGEST_TEXT, type ListingFilters } from "@/lib/listings/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { FilterGroups } from "./search-groups";

interface SearchFormProps {
  locale: Locale;
  filters: ListingFilters;
}

/**
 * A plain form: the address is its state, and it needs no script. On a phone the groups are folded away above the
 * results; on a desktop they stand open beside them.
 */
export function SearchForm({ locale, filters }: SearchFormProps) {
  const t = getTranslator(locale, "filters");
  return (
    <form
      method="get"
      action={localizedPath(locale, "/listings")}
      aria-label={t("form")}
      className="no-print grid content-start gap-4 rounded-lg border border-line bg-surface p-4 sm:p-5"
    >
      <TextField
        name="q"
        type="search"
        label={t("text")}
        hint={t("textHint")}
        defaultValue={filters.text}
        maxLength={LONGEST_TEXT}
      />
      <Button className="w-full">{t("submit")}</Button>
      <details className="fold-on-phones">
        <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">
          {t("fold", { count: countChosen(filters) })}
        </summary>
        <FilterGroups locale={locale} filters={filters} />
        <Order locale={locale} filters={filters} />
        <Button className="mt-4 w-full">{t("submit")}</Button>
      </details>
    </form>
  );
}

function Order({ locale, filters }: SearchFormProps) {
  const t = getTranslator(locale, "filters");
  return (
    <fieldset className="border-t border-line pt-3">
      <legend className="float-left mb-1 w-full font-semibold">{t("order.title")}</legend>
      {([null, "rank", "name"] as const).map((sort) => (
        <label key={sort} className="clear-both flex min-h-11 items-center gap-3">
          <input
            type="radio"
            name="sort"
            value={sort ?? ""}
            defaultChecked={filters.sort === sort}
            className="size-5 shrink-0 accent-accent"
          />
          {t(`order.${sort ?? "automatic"}`)}
        </label>
      ))}
    </fieldset>
  );
}
