import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { getTranslator, localizedPath } from "@/lib/shared/i18n";
import { HiddenState, type ListingFinderProps } from "./listing-finder";

type NearFormProps = Pick<ListingFinderProps, "locale" | "path" | "chosen" | "more"> & {
  /** What was typed before; "" for nothing. */
  zip: string;
};

/** Asks for a ZIP code, never for the device's position. */
export function NearForm({ locale, path, chosen, more, zip }: NearFormProps) {
  const t = getTranslator(locale, "choices.near");
  return (
    <form method="get" action={localizedPath(locale, path)} className="flex flex-wrap items-end gap-3">
      <HiddenState chosen={chosen} more={more} />
      <div className="min-w-0 grow">
        <TextField
          name="near"
          inputMode="numeric"
          pattern="[0-9]{5}(-[0-9]{4})?"
          maxLength={10}
          autoComplete="off"
          label={t("label")}
          title={t("hint")}
          defaultValue={zip}
        />
      </div>
      <Button look="quiet">{t("submit")}</Button>
    </form>
  );
}
