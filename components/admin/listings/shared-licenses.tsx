import { Badge } from "@/components/ui/badge";
import type { ListingForEditor } from "@/lib/listings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { LicenseNoteForm } from "./license-note-form";

interface SharedLicensesProps {
  locale: Locale;
  listing: Pick<ListingForEditor, "id" | "sharedLicenses">;
  /** Whether the reader may judge the place. */
  canNote: boolean;
}

/** Why the current licenses near a place that has none are not its own; staff note what no rule explains. */
export function SharedLicenses({ locale, listing: { id, sharedLicenses }, canNote }: SharedLicensesProps) {
  const t = getTranslator(locale, "admin.listing");
  if (sharedLicenses.length === 0) return null;
  return (
    <section className="space-y-2">
      <h2 className="text-xl">{t("shared")}</h2>
      <p className="text-muted">{t("sharedLead")}</p>
      <ul className="space-y-2">
        {sharedLicenses.map(({ number, facilityName, shares, reason, note }) => (
          <li key={number} className="border-l-2 border-line pl-3">
            <p>
              {t("sharedLicense", {
                number,
                facility: facilityName,
                parts: shares.map((part) => t(`shares.${part}`)).join(", "),
              })}{" "}
              {reason && t(`sharedReason.${reason}`)}
              {!reason && !note && <Badge tone="warning">{t("unexplained")}</Badge>}
            </p>
            {note && (
              <p className="wrap-anywhere whitespace-pre-line">
                {note.note} <span className="text-muted">{note.evidence}</span>
              </p>
            )}
            {!reason && canNote && <LicenseNoteForm listingId={id} number={number} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
