import { Button } from "@/components/ui/button";
import { Checkbox, Select } from "@/components/ui/field";
import { INQUIRY_STATUSES, type InquiryStatus } from "@/lib/inquiries/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface InquiryFilterProps {
  locale: Locale;
  status: InquiryStatus | "open" | "suspected" | "";
  assignee: "mine" | "nobody" | "";
  overdue: boolean;
}

/** A plain GET form: the URL is the table's state. */
export function InquiryFilter({ locale, status, assignee, overdue }: InquiryFilterProps) {
  const t = getTranslator(locale, "admin");
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <Select name="status" label={t("table.status")} defaultValue={status}>
        <option value="">{t("table.all")}</option>
        {(["open", ...INQUIRY_STATUSES, "suspected"] as const).map((each) => (
          <option key={each} value={each}>
            {t(`inquiry.status.${each}`)}
          </option>
        ))}
      </Select>
      <Select name="assignee" label={t("desk.assignee")} defaultValue={assignee}>
        <option value="">{t("table.all")}</option>
        <option value="mine">{t("desk.mine")}</option>
        <option value="nobody">{t("desk.nobody")}</option>
      </Select>
      <div className="flex min-h-11 items-center">
        <Checkbox name="overdue" value="1" label={t("desk.overdueOnly")} defaultChecked={overdue} />
      </div>
      <Button look="quiet">{t("table.show")}</Button>
    </form>
  );
}
