import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { MAX_NEAR_LENGTH } from "@/lib/search/filters";
import type { NearReading } from "@/lib/search/types";
import { getTranslator, localizedPath } from "@/lib/shared/i18n";
import { HiddenState, type ListingFinderProps } from "./listing-finder";

type NearFormProps = Pick<ListingFinderProps, "locale" | "path" | "chosen" | "more" | "asked"> & {
  near: NearReading | null;
};

/** Asks for a ZIP code or the name of a place, never for the device's position. */
export function NearForm({ locale, path, chosen, more, asked, near }: NearFormProps) {
  const t = getTranslator(locale, "choices.near");
  return (
    <form method="get" action={localizedPath(locale, path)} className="flex flex-wrap items-end gap-3">
      <HiddenState chosen={chosen} more={more} asked={asked} />
      <div className="min-w-0 grow">
        <TextField
          name="near"
          maxLength={MAX_NEAR_LENGTH}
          autoComplete="off"
          label={t("label")}
          defaultValue={near?.typed ?? ""}
        />
      </div>
      <Button look="quiet">{t("submit")}</Button>
    </form>
  );
}
