import { useTranslations } from "use-intl/react";
import { Select } from "@/components/ui/field";

export interface Original {
  id: string;
  title: string;
  locale: string;
}

interface OriginalSelectProps {
  originals: Original[];
  /** The id of the post's original; empty for one that is an original itself. */
  value: string;
  error: string | undefined;
}

/** The post of which this one is a translation. */
export function OriginalSelect({ originals, value, error }: OriginalSelectProps) {
  const t = useTranslations("admin.post");
  return (
    <Select
      name="translatesId"
      label={t("fields.translatesId")}
      hint={t("hints.translatesId")}
      defaultValue={value}
      error={error}
    >
      <option value="">{t("original")}</option>
      {originals.map(({ id, title, locale }) => (
        <option key={id} value={id} lang={locale}>
          {title}
        </option>
      ))}
    </Select>
  );
}
