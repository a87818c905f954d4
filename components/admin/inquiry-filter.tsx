import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { INQUIRY_STATUSES, type InquiryStatus } from "@/lib/inquiries/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface InquiryFilterProps {
  locale: Locale;
  status: InquiryStatus | "suspected" | "";
}

/** A plain GET form: the address bar is the table's state. */
export function InquiryFilter({ locale, status }: InquiryFilterProps) {
  const t = getTranslator(locale, "admin");
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <Select name="status" label={t("table.status")} defaultValue={status}>
        <option value="">{t("table.all")}</option>
        {[...INQUIRY_STATUSES, "suspected" as const].map((each) => (
          <option key={each} value={each}>
            {t(`inquiry.status.${each}`)}
          </option>
        ))}
      </Select>
      <Button look="quiet">{t("table.show")}</Button>
    </form>
  );
}
