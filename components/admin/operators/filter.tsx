import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { OperatorTable } from "@/lib/operators/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** A plain GET form: the URL is the table's state. */
export function OperatorFilter({ locale, table }: { locale: Locale; table: OperatorTable }) {
  const t = getTranslator(locale, "admin");
  return (
    <search>
      <form method="get" className="flex flex-wrap items-end gap-3">
        <TextField name="q" type="search" label={t("operator.search")} defaultValue={table.q} />
        <Button look="quiet">{t("table.show")}</Button>
      </form>
    </search>
  );
}
