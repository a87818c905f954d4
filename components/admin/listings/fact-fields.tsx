import { useTranslations } from "use-intl/react";
import { Select, TextField } from "@/components/ui/field";
import { FACT_VALUES } from "@/lib/facts/facts";

type Words = Partial<Record<string, string>>;

/** Every attribute of the code book by category. */
export type AttributeGroups = readonly { label: string; attributes: readonly { code: string; label: string }[] }[];

interface AnyFactFieldsProps {
  groups: AttributeGroups;
  typed: Words | undefined;
  errors: Words;
}

/** Any fact of the code book, and what is so. */
export function AnyFactFields({ groups, typed, errors }: AnyFactFieldsProps) {
  const t = useTranslations("admin");
  return (
    <>
      <Select
        name="attribute"
        label={t("facts.attribute")}
        defaultValue={typed?.attribute ?? ""}
        error={errors.attribute}
      >
        <option value="">{t("form.choose")}</option>
        {groups.map(({ label, attributes }) => (
          <optgroup key={label} label={label}>
            {attributes.map(({ code, label: words }) => (
              <option key={code} value={code}>
                {words} ({code})
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <Select name="value" label={t("facts.value")} defaultValue={typed?.value ?? ""} error={errors.value}>
        <option value="">{t("form.choose")}</option>
        {FACT_VALUES.map((value) => (
          <option key={value} value={value}>
            {t(`form.${value}`)}
          </option>
        ))}
      </Select>
    </>
  );
}

interface AsOfFieldProps {
  /** YYYY-MM-DD, what most checks are dated. */
  today: string;
  typed: Words | undefined;
  errors: Words;
  required?: boolean;
}

/** The day on which staff found something out. */
export function AsOfField({ today, typed, errors, required }: AsOfFieldProps) {
  const t = useTranslations("admin");
  return (
    <TextField
      name="asOf"
      label={t("facts.asOf")}
      hint={t("listing.hints.date")}
      defaultValue={typed?.asOf ?? today}
      error={errors.asOf}
      required={required}
    />
  );
}
