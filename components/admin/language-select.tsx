import { Select } from "@/components/ui/field";

interface LanguageSelectProps {
  label: string;
  value: string;
  error: string | undefined;
}

/** The language a text is in; each by its own name. */
export function LanguageSelect({ label, value, error }: LanguageSelectProps) {
  return (
    <Select name="locale" label={label} defaultValue={value} error={error}>
      <option value="en" lang="en">
        English
      </option>
      <option value="es" lang="es">
        Español
      </option>
    </Select>
  );
}
