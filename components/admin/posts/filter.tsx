import { Button } from "@/components/ui/button";
import { Select, TextField } from "@/components/ui/field";
import { POST_STATUSES, type PostTable } from "@/lib/posts/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** A plain GET form: the URL is the table's state. */
export function PostFilter({ locale, table }: { locale: Locale; table: PostTable }) {
  const t = getTranslator(locale, "admin");
  return (
    <search>
      <form method="get" className="flex flex-wrap items-end gap-3">
        <TextField name="q" type="search" label={t("table.search")} defaultValue={table.q} />
        <Select name="status" label={t("table.status")} defaultValue={table.status}>
          <option value="">{t("table.all")}</option>
          {POST_STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`status.${status}`)}
            </option>
          ))}
        </Select>
        <Button look="quiet">{t("table.show")}</Button>
      </form>
    </search>
  );
}
