import { Button } from "@/components/ui/button";
import { Checkbox, Select, TextField } from "@/components/ui/field";
import { SORTS, type ListingFilters } from "@/lib/listings/filters";
import { MEDICATIONS } from "@/lib/listings/key-facts";
import { LISTING_KINDS } from "@/lib/listings/schema";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** A plain form: the address is its state, and it needs no script. */
export function SearchForm({ locale, filters }: { locale: Locale; filters: ListingFilters }) {
  const t = getTranslator(locale, "listings");
  const sortLabels = { rank: t("search.sortRank"), name: t("search.sortName") };
  return (
    <form
      method="get"
      action={localizedPath(locale, "/listings")}
      aria-label={t("search.form")}
      className="grid gap-5 rounded-lg border border-line bg-surface p-5"
    >
      <TextField name="q" type="search" label={t("search.text")} defaultValue={filters.text} maxLength={80} />
      <div className="grid gap-5 sm:grid-cols-3">
        <Select name="kind" label={t("search.kind")} defaultValue={filters.kind ?? ""}>
          <option value="">{t("search.anyKind")}</option>
          {LISTING_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </Select>
        <Select name="medication" label={t("search.medication")} defaultValue={filters.medication ?? ""}>
          <option value="">{t("search.anyMedication")}</option>
          {MEDICATIONS.map((medication) => (
            <option key={medication} value={medication}>
              {t(`medication.${medication}`)}
            </option>
          ))}
        </Select>
        <Select name="sort" label={t("search.sort")} defaultValue={filters.sort}>
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {sortLabels[sort]}
            </option>
          ))}
        </Select>
      </div>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <Checkbox name="medical" value="1" label={t("search.mediCal")} defaultChecked={filters.mediCal} />
        <Checkbox name="spanish" value="1" label={t("search.spanish")} defaultChecked={filters.spanish} />
      </div>
      <p className="max-w-prose text-sm text-muted">{t("search.yesOnly")}</p>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button>{t("search.submit")}</Button>
        <a href={localizedPath(locale, "/listings")} className="text-link inline-flex min-h-11 items-center">
          {t("search.reset")}
        </a>
      </p>
    </form>
  );
}
