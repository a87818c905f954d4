import { Checkbox } from "@/components/ui/field";
import { groupLabel, optionLabel } from "@/lib/facts/filter-labels";
import { FILTER_GROUPS, optionsOf, type FilterGroup } from "@/lib/facts/filter-options";
import type { ListingFilters } from "@/lib/search/filters";
import type { Facets } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { CountMark } from "./search-count";

interface FilterGroupsProps {
  locale: Locale;
  filters: ListingFilters;
  /** The filters with what the typed words ask for. */
  asked: ListingFilters;
  facets: Facets;
}

/** What most people ask first stands open. */
const OPEN: readonly FilterGroup[] = ["medication", "keeping", "payment"];

/** Every group of options, each to fold open, with how many are chosen in it, and a number of places by each option. */
export function FilterGroups({ locale, filters, asked, facets }: FilterGroupsProps) {
  const t = getTranslator(locale, "filters");
  return (
    <>
      {FILTER_GROUPS.map((group) => (
        <Group key={group} locale={locale} filters={filters} asked={asked} facets={facets} group={group} />
      ))}
      <div className="border-t border-line py-3">
        <Checkbox
          name="unknown"
          value="include"
          label={t("unknown.label")}
          hint={<UnknownHint locale={locale} facets={facets} />}
          defaultChecked={filters.includeUnknown}
        />
      </div>
    </>
  );
}

/**
 * What the typed words ask for stands as set, and is not sent: the words go along and ask for it again. They alone can
 * take it back.
 */
function Group({ locale, filters, asked, facets, group }: FilterGroupsProps & { group: FilterGroup }) {
  const t = getTranslator(locale, "filters");
  const ticked: readonly string[] = filters[group];
  const chosen: readonly string[] = asked[group];
  const isFromWords = (option: string) => chosen.includes(option) && !ticked.includes(option);
  return (
    <details open={OPEN.includes(group) || chosen.length > 0} className="border-t border-line">
      <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">
        {groupLabel(locale, group)}{" "}
        {chosen.length > 0 && (
          <span className="count-as-sent text-sm font-normal text-muted">{t("chosen", { count: chosen.length })}</span>
        )}
      </summary>
      <fieldset className="pb-3">
        <legend className="sr-only">{groupLabel(locale, group)}</legend>
        {optionsOf(group).map((option) => (
          <label key={option} className="option">
            <input
              type="checkbox"
              name={group}
              value={option}
              defaultChecked={ticked.includes(option) || chosen.includes(option)}
              disabled={isFromWords(option)}
            />
            <span>
              {optionLabel(locale, group, option)}
              {isFromWords(option) && <span className="block text-sm text-muted">{t("fromWords")}</span>}
            </span>
            <CountMark locale={locale} count={facets.options[group].get(option)} />
          </label>
        ))}
      </fieldset>
    </details>
  );
}

function UnknownHint({ locale, facets: { total, withUnknown } }: Pick<FilterGroupsProps, "locale" | "facets">) {
  const t = getTranslator(locale, "filters");
  const more = withUnknown && !withUnknown.isAtLeast ? withUnknown.value - total.value : null;
  return (
    <>
      {t("unknown.hint")} {more !== null && t("unknownMore", { count: more })}
    </>
  );
}
