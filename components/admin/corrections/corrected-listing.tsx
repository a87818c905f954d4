import { LicenseList } from "@/components/admin/listings/license-list";
import type { ListingForEditor } from "@/lib/listings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { StatusBadge } from "../status-badge";

interface CorrectedListingProps {
  locale: Locale;
  listing: ListingForEditor;
  /** Where the report is about them. */
  showsLicenses: boolean;
}

/** The place that a report is about, with links to all that we have of it. */
export function CorrectedListing({ locale, listing, showsLicenses }: CorrectedListingProps) {
  const t = getTranslator(locale, "admin");
  const { id, name, status } = listing;
  return (
    <section aria-labelledby="listing-title" className="space-y-2">
      <h2 id="listing-title" className="flex flex-wrap items-center gap-3 text-xl">
        {name} <StatusBadge locale={locale} status={status} />
      </h2>
      <p className="flex flex-wrap gap-x-6">
        <a href={`/admin/listings/${id}`} className="text-link inline-flex min-h-11 items-center font-semibold">
          {t("correction.edit")}
        </a>
        {status === "published" && (
          <a href={`/listings/${listing.slug}`} className="text-link inline-flex min-h-11 items-center">
            {t("correction.publicPage")}
          </a>
        )}
      </p>
      {showsLicenses && <LicenseList locale={locale} licenses={listing.licenses} />}
    </section>
  );
}
