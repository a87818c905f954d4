import { Button } from "@/components/ui/button";
import { Select, TextField } from "@/components/ui/field";
import { LISTING_KINDS } from "@/lib/facts/kind";
import { PUBLICATION_STATUSES, type ListingTable } from "@/lib/listings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** A plain GET form: the URL is the table's state. */
export function ListingFilter({ locale, table }: { locale: Locale; table: ListingTable }) {
  const t = getTranslator(locale, "admin");
  const kind = getTranslator(locale, "listings.kind");
  return (
    <search>
      <form method="get" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="sort" value={table.sort} />
        <input type="hidden" name="order" value={table.order} />
        <TextField name="q" type="search" label={t("table.search")} defaultValue={table.q} />
        <Select name="status" label={t("table.status")} defaultValue={table.status}>
          <option value="">{t("table.all")}</option>
          {PUBLICATION_STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`status.${status}`)}
            </option>
          ))}
        </Select>
        <Select name="kind" label={t("table.kind")} defaultValue={table.kind}>
          <option value="">{t("table.all")}</option>
          {LISTING_KINDS.map((each) => (
            <option key={each} value={each}>
              {kind(each)}
            </option>
          ))}
        </Select>
        <Select name="directory" label={t("table.directory")} defaultValue={table.directory}>
          <option value="">{t("table.all")}</option>
          <option value="left_out">{t("table.leftOut")}</option>
        </Select>
        <Select name="phone" label={t("table.phone")} defaultValue={table.phone}>
          <option value="">{t("table.all")}</option>
          <option value="elsewhere">{t("table.phoneElsewhere")}</option>
        </Select>
        <Button look="quiet">{t("table.show")}</Button>
      </form>
    </search>
  );
}
