import { Checkbox } from "@/components/ui/field";
import { groupLabel, optionLabel } from "@/lib/listings/filter-labels";
import { FILTER_GROUPS, optionsOf, type FilterGroup, type FilterOption } from "@/lib/listings/filter-options";
import type { ListingFilters } from "@/lib/listings/filters";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface FilterGroupsProps {
  locale: Locale;
  filters: ListingFilters;
}

/** What most people ask first stands open. */
const OPEN: readonly FilterGroup[] = ["medication", "payment"];

/** Every group of options, each to fold open, with how many are chosen in it. */
export function FilterGroups({ locale, filters }: FilterGroupsProps) {
  const t = getTranslator(locale, "filters");
  return (
    <>
      {FILTER_GROUPS.map((group) => (
        <details key={group} open={OPEN.includes(group) || filters[group].length > 0} className="border-t border-line">
          <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">
            {groupLabel(locale, group)}{" "}
            {filters[group].length > 0 && (
              <span className="text-sm font-normal text-muted">{t("chosen", { count: filters[group].length })}</span>
            )}
          </summary>
          <fieldset className="pb-3">
            <legend className="sr-only">{groupLabel(locale, group)}</legend>
            {optionsOf(group).map((option) => (
              <Option key={option} locale={locale} filters={filters} group={group} option={option} />
            ))}
          </fieldset>
        </details>
      ))}
      <div className="border-t border-line py-3">
        <Checkbox
          name="unknown"
          value="include"
          label={t("unknown.label")}
          hint={t("unknown.hint")}
          defaultChecked={filters.includeUnknown}
        />
      </div>
    </>
  );
}

function Option({ locale, filters, group, option }: FilterGroupsProps & { group: FilterGroup; option: FilterOption }) {
  const chosen: readonly string[] = filters[group];
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        type="checkbox"
        name={group}
        value={option}
        defaultChecked={chosen.includes(option)}
        className="size-5 shrink-0 accent-accent"
      />
      <span className="leading-snug">{optionLabel(locale, group, option)}</span>
    </label>
  );
}
