import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { CORRECTION_STATUSES } from "@/lib/corrections/schema";
import type { CorrectionStatus } from "@/lib/corrections/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** A plain GET form: the URL is the table's state. */
export function CorrectionFilter({ locale, status }: { locale: Locale; status: CorrectionStatus | "all" }) {
  const t = getTranslator(locale, "admin");
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <Select name="status" label={t("table.status")} defaultValue={status}>
        <option value="all">{t("table.all")}</option>
        {CORRECTION_STATUSES.map((each) => (
          <option key={each} value={each}>
            {t(`correction.status.${each}`)}
          </option>
        ))}
      </Select>
      <Button look="quiet">{t("table.show")}</Button>
    </form>
  );
}
