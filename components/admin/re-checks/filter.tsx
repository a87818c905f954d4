import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { RE_CHECK_REASONS, type ReCheckReason } from "@/lib/desk/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** A plain GET form: the URL is the table's state. */
export function ReCheckFilter({ locale, reason }: { locale: Locale; reason: ReCheckReason | "" }) {
  const t = getTranslator(locale, "admin");
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <Select name="reason" label={t("reCheck.why")} defaultValue={reason}>
        <option value="">{t("table.all")}</option>
        {RE_CHECK_REASONS.map((each) => (
          <option key={each} value={each}>
            {t(`reCheck.reasons.${each}`)}
          </option>
        ))}
      </Select>
      <Button look="quiet">{t("table.show")}</Button>
    </form>
  );
}
