import { Button } from "@/components/ui/button";
import { Select, TextField } from "@/components/ui/field";
import { LISTING_CHOICES, MAX_SEARCH_LENGTH, NO_COUNTY, type ListingTable } from "@/lib/listing-table/schema";
import { type ListingFilterName } from "@/lib/listing-table/types";
import type { Area } from "@/lib/listing-table/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { optionText, parameterText } from "./filter-text";

interface ListingFilterProps {
  locale: Locale;
  table: ListingTable;
  areas: readonly Area[];
}

const FOLDED = ["license", "checked", "reports", "match", "source", "directory", "phone"] as const;

/** A plain GET form: the URL is the table's state. */
export function ListingFilter({ locale, table, areas }: ListingFilterProps) {
  const t = getTranslator(locale, "admin");
  const states = [...new Set(areas.map(({ state }) => state))];
  // Of several states a county is chosen behind its state: the country has three thousand.
  const here = areas.filter(({ state, county }) =>
    table.state || states.length === 1 ? state === (table.state || states[0]) : (county ?? NO_COUNTY) === table.county,
  );
  const counties = [...new Set(here.map(({ county }) => county ?? NO_COUNTY))];
  const select = (name: ListingFilterName, options: readonly string[]) => (
    <Select key={name} name={name} label={parameterText(locale, name)} defaultValue={table[name]}>
      <option value="">{t("table.all")}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {optionText(locale, name, option)}
        </option>
      ))}
    </Select>
  );
  return (
    <search>
      <form method="get" className="space-y-3">
        <input type="hidden" name="sort" value={table.sort} />
        <input type="hidden" name="order" value={table.order} />
        <div className="flex flex-wrap items-end gap-3">
          <div className="grow basis-72">
            <TextField
              name="q"
              type="search"
              label={parameterText(locale, "q")}
              hint={t("listingTable.searchHint")}
              maxLength={MAX_SEARCH_LENGTH}
              defaultValue={table.q}
            />
          </div>
          {select("status", LISTING_CHOICES.status)}
          {select("kind", LISTING_CHOICES.kind)}
          {states.length > 1 && select("state", states)}
          {(counties.length > 1 || table.county) && select("county", counties)}
          <Button look="quiet">{t("table.show")}</Button>
        </div>
        <details open={FOLDED.some((name) => table[name] !== "")}>
          <summary className="inline-flex min-h-11 items-center font-semibold text-accent">
            {t("listingTable.more")}
          </summary>
          <div className="flex flex-wrap items-end gap-3">
            {FOLDED.map((name) => select(name, LISTING_CHOICES[name]))}
            <Button look="quiet">{t("table.show")}</Button>
          </div>
        </details>
      </form>
    </search>
  );
}
