import { listingTitle } from "@/components/listings/listing-name";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { releaseListingAction } from "@/lib/operators/actions";
import type { OperatorForEditor } from "@/lib/operators/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { StaffForm } from "../staff-forms";

interface OperatedListingsProps {
  locale: Locale;
  operator: OperatorForEditor;
  mayEdit: boolean;
}

/** What an operator runs; a listing that staff gave it can follow its own name again. */
export function OperatedListings({ locale, operator, mayEdit }: OperatedListingsProps) {
  const t = getTranslator(locale, "admin.operator");
  const { id, version, listings } = operator;
  return (
    <section aria-labelledby="listings-title" className="space-y-2">
      <h2 id="listings-title" className="text-xl">
        {t("listings")}
      </h2>
      {listings.length === 0 && <p className="text-muted">{t("noListings")}</p>}
      {listings.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {listings.map((listing) => (
            <li key={listing.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <span className="min-w-0 flex-1 basis-64 wrap-anywhere">
                <a href={`/admin/listings/${listing.id}`} className="text-link">
                  {listingTitle(locale, listing)}
                </a>
              </span>
              {listing.isSetByStaff && <Badge>{t("setByStaff")}</Badge>}
              {listing.isSetByStaff && mayEdit && (
                <StaffForm name={`release ${listing.id}`} action={releaseListingAction}>
                  <input type="hidden" name="id" value={id} />
                  <input type="hidden" name="version" value={version} />
                  <input type="hidden" name="listingId" value={listing.id} />
                  <Button look="quiet">
                    {t("release")}
                    <span className="sr-only">: {listingTitle(locale, listing)}</span>
                  </Button>
                </StaffForm>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
