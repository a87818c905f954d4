import { ButtonLink } from "@/components/ui/button";
import { archiveListingAction, publishListingAction, returnListingToDraftAction } from "@/lib/listings/actions";
import { LISTING_FIELDS } from "@/lib/listings/schema";
import type { ListingForEditor } from "@/lib/listings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { StatusButton } from "./status-button";

/** What can be done with the listing as a whole, and what an import would leave alone. */
export function ListingStatus({ locale, listing }: { locale: Locale; listing: ListingForEditor }) {
  const t = getTranslator(locale, "admin.listing");
  const { id, version, status, slug, staffFields, formerSlugs } = listing;
  const byHand = LISTING_FIELDS.filter((field) => staffFields.includes(field)).map((field) => t(`fields.${field}`));
  return (
    <section className="space-y-2">
      <div className="flex flex-wrap gap-2">
        {status !== "published" && (
          <StatusButton id={id} version={version} look="primary" action={publishListingAction}>
            {t("publish")}
          </StatusButton>
        )}
        {status !== "draft" && (
          <StatusButton id={id} version={version} action={returnListingToDraftAction}>
            {t("draft")}
          </StatusButton>
        )}
        {status !== "archived" && (
          <StatusButton id={id} version={version} look="danger" action={archiveListingAction}>
            {t("archive")}
          </StatusButton>
        )}
        {status === "published" && (
          <ButtonLink look="quiet" href={`/listings/${slug}`}>
            {t("view")}
          </ButtonLink>
        )}
      </div>
      {byHand.length > 0 && <p className="text-sm text-muted">{t("byHand", { fields: byHand.join(", ") })}</p>}
      {formerSlugs.length > 0 && <p className="text-sm text-muted">{t("former", { slugs: formerSlugs.join(", ") })}</p>}
    </section>
  );
}
