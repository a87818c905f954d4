import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { MAX_BULK, type ListingTable } from "@/lib/listing-table/schema";
import { BULK_ACTS, LISTING_FILTERS } from "@/lib/listing-table/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface BulkFormProps {
  locale: Locale;
  table: ListingTable;
  total: number;
  /** The table, with a box in each row. */
  children: ReactNode;
}

/** Leads to the preview of an act on the chosen rows, or on all that the filters find. Nothing is done by it. */
export function BulkForm({ locale, table, total, children }: BulkFormProps) {
  const t = getTranslator(locale, "admin.bulk");
  return (
    <form method="get" action="/admin/listings/bulk" className="space-y-3">
      {LISTING_FILTERS.map((name) => table[name] && <input key={name} type="hidden" name={name} value={table[name]} />)}
      {children}
      <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <legend className="sr-only">{t("legend")}</legend>
        <label className="flex min-h-11 items-center gap-2">
          {t("act")}
          <select name="act" className="min-h-11 rounded-md border border-line-strong bg-surface px-3 py-2 text-base">
            {BULK_ACTS.map((act) => (
              <option key={act} value={act}>
                {t(`acts.${act}`)}
              </option>
            ))}
          </select>
        </label>
        <Button look="quiet">{t("chosen")}</Button>
        {total <= MAX_BULK && (
          <Button look="quiet" name="scope" value="all">
            {t("all", { total })}
          </Button>
        )}
      </fieldset>
    </form>
  );
}
