"use client";

import { useTranslations } from "use-intl/react";
import { Choice } from "@/components/ui/choice";
import { fullTitle, type NamedListing } from "@/lib/facts/listing-title";
import type { InquiryValues } from "@/lib/inquiries/inquiry-fields";

interface ListingFieldsProps {
  /** The places the person came with. */
  places: readonly NamedListing[];
  /** Those that have closed since the form was shown. */
  closed: readonly NamedListing[];
  values: InquiryValues | undefined;
  error: string | undefined;
}

/** Whom the consent covers: only the places the person came with, each of which can be left out, or any listed one. */
export function ListingFields({ places, closed, values, error }: ListingFieldsProps) {
  const t = useTranslations("contact.places");
  const open = places.filter(({ slug }) => !closed.some((place) => place.slug === slug));
  const isAny = values?.scope === "any_listed";
  return (
    <fieldset
      id="place"
      tabIndex={-1}
      className={`border-l-2 pl-4 ${error ? "border-l-4 border-danger" : "border-line"}`}
      aria-describedby={error ? "place-hint place-error" : "place-hint"}
    >
      <legend className="float-left font-semibold">{t("title")}</legend>
      <p id="place-hint" className="clear-both text-sm text-muted">
        {t("hint")}
      </p>
      {error && (
        <p id="place-error" className="mt-1 text-sm font-semibold text-danger">
          {error}
        </p>
      )}
      <Choice type="radio" name="scope" value="named" label={t("named")} defaultChecked={!isAny} />
      <ul className="ml-9">
        {open.map((place) => (
          <li key={place.slug}>
            <Choice
              type="checkbox"
              name="place"
              value={place.slug}
              label={fullTitle(place)}
              defaultChecked={values ? values.place.includes(place.slug) : true}
            />
          </li>
        ))}
        {closed.map((place) => (
          <li key={place.slug} className="py-2 text-muted">
            {fullTitle(place)} <strong className="text-warning">{t("closed")}</strong>
          </li>
        ))}
      </ul>
      <Choice type="radio" name="scope" value="any_listed" label={t("any")} defaultChecked={isAny} />
    </fieldset>
  );
}
