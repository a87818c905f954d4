import { ButtonLink } from "@/components/ui/button";
import { LISTING_FIELDS } from "@/lib/listings/schema";
import type { ListingForEditor } from "@/lib/listings/types";
import { toIsoDate } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { SaveOnEnter, StepButton } from "../step-button";

/** The buttons for the whole listing, which also save its form; and the columns that imports do not overwrite. */
export function ListingStatus({ locale, listing }: { locale: Locale; listing: ListingForEditor }) {
  const t = getTranslator(locale, "admin.listing");
  const { id, status, slug, staffFields, formerSlugs, operator, evidence, evidenceSeenOn } = listing;
  const byHand = LISTING_FIELDS.filter((field) => staffFields.includes(field)).map((field) => t(`fields.${field}`));
  return (
    <section className="space-y-2">
      <div className="flex flex-wrap gap-2">
        <SaveOnEnter />
        {status !== "published" && (
          <StepButton step="publish" look="primary">
            {t("publish")}
          </StepButton>
        )}
        {status !== "draft" && <StepButton step="draft">{t("draft")}</StepButton>}
        {status !== "archived" && (
          <StepButton step="archive" look="danger">
            {t("archive")}
          </StepButton>
        )}
        <ButtonLink look="quiet" href={`/admin/listings/${id}/call`}>
          {t("call")}
        </ButtonLink>
        {status === "published" && (
          <ButtonLink look="quiet" href={`/listings/${slug}`}>
            {t("view")}
          </ButtonLink>
        )}
      </div>
      {operator && (
        <p className="text-sm text-muted">
          {t("operator")}:{" "}
          <a href={`/admin/operators/${operator.id}`} className="text-link">
            {operator.name}
          </a>
          {staffFields.includes("operatorId") && ` (${t("operatorByHand")})`}
        </p>
      )}
      {evidence && evidenceSeenOn && (
        <p className="text-sm text-muted">{t("enteredFrom", { text: evidence, date: toIsoDate(evidenceSeenOn) })}</p>
      )}
      {byHand.length > 0 && <p className="text-sm text-muted">{t("byHand", { fields: byHand.join(", ") })}</p>}
      {formerSlugs.length > 0 && <p className="text-sm text-muted">{t("former", { slugs: formerSlugs.join(", ") })}</p>}
    </section>
  );
}
