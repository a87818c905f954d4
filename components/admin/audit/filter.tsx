import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { getTranslator, messagesOf, type Locale } from "@/lib/shared/i18n";

/** A plain GET form: the URL is the table's state. */
export function AuditFilter({ locale, subjectType }: { locale: Locale; subjectType: string }) {
  const t = getTranslator(locale, "admin");
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <Select name="subjectType" label={t("audit.columns.subject")} defaultValue={subjectType}>
        <option value="">{t("table.all")}</option>
        {Object.entries(messagesOf(locale).admin.audit.subjects).map(([subject, words]) => (
          <option key={subject} value={subject}>
            {words}
          </option>
        ))}
      </Select>
      <Button look="quiet">{t("table.show")}</Button>
    </form>
  );
}
