import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { SEARCH_MAP_PATH } from "@/lib/map/paths";
import { filterPairs, MAX_NEAR_LENGTH, withFilters, type ListingFilters } from "@/lib/search/filters";
import type { NearReading } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface NearFormProps {
  locale: Locale;
  filters: ListingFilters;
  near: NearReading | null;
}

/** The map around a ZIP code or the name of a place, with all else that was asked for; never the device's position. */
export function NearForm({ locale, filters, near }: NearFormProps) {
  const t = getTranslator(locale, "map");
  const isUnknown = near && !near.start && !near.isWholeCounty && near.others.length === 0;
  return (
    <form
      method="get"
      action={localizedPath(locale, SEARCH_MAP_PATH)}
      aria-label={t("near")}
      className="no-print mt-3 flex max-w-prose flex-wrap items-end gap-3"
    >
      {filterPairs(withFilters(filters, { near: null })).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="min-w-0 flex-1 basis-40">
        <TextField
          name="near"
          label={getTranslator(locale, "filters")("near")}
          defaultValue={filters.near ?? ""}
          error={isUnknown ? getTranslator(locale, "filters")("nearError") : undefined}
          autoComplete="postal-code"
          maxLength={MAX_NEAR_LENGTH}
        />
      </div>
      <Button>{t("nearSubmit")}</Button>
    </form>
  );
}
