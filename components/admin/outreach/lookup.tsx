import { listingTitle } from "@/components/listings/listing-name";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { NamedListing } from "@/lib/facts/listing-title";
import { MAX_TEXT_LENGTH } from "@/lib/search/filters";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface OutreachLookupProps {
  locale: Locale;
  inquiryId: string;
  sought: string;
  found: NamedListing[];
}

/** Any listed place, looked up by words of its name; the chosen one says whether it may be contacted. */
export function OutreachLookup({ locale, inquiryId, sought, found }: OutreachLookupProps) {
  const t = getTranslator(locale, "admin.outreach");
  return (
    <div id="lookup" className="space-y-2">
      <form
        method="get"
        action={`/admin/inquiries/${inquiryId}#lookup`}
        className="grid items-end gap-3 sm:grid-cols-[1fr_auto]"
      >
        <TextField
          name="find"
          type="search"
          label={t("anyPlace")}
          hint={t("anyPlaceHint")}
          maxLength={MAX_TEXT_LENGTH}
          defaultValue={sought}
        />
        <Button look="quiet">{t("find")}</Button>
      </form>
      {sought && found.length === 0 && <p>{t("nothingFound")}</p>}
      <ul>
        {found.map((place) => (
          <li key={place.slug}>
            <a
              href={`/admin/inquiries/${inquiryId}?place=${place.slug}#contact-form`}
              className="text-link inline-flex min-h-11 items-center wrap-anywhere"
            >
              {listingTitle(locale, place)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
