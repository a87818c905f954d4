import { Badge } from "@/components/ui/badge";
import { admissionQuestion, admissionText } from "@/components/listings/admission-text";
import type { ListingForEditor, StaffAdmission } from "@/lib/listings/types";
import { formatDay, formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { RetractForm } from "./retract-form";

/** What a place told the team of getting in; each answer can be retracted. */
export function AdmissionPanel({ locale, listing }: { locale: Locale; listing: ListingForEditor }) {
  if (listing.admissions.length === 0) return null;
  return (
    <section className="space-y-4">
      <h2 className="text-xl">{getTranslator(locale, "admin")("facts.admissions")}</h2>
      <ul className="grid gap-4">
        {listing.admissions.map((admission) => (
          <li key={admission.id} className="border-l-2 border-line pl-3">
            <AdmissionEntry locale={locale} listingId={listing.id} admission={admission} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AdmissionEntryProps {
  locale: Locale;
  listingId: string;
  admission: StaffAdmission;
}

function AdmissionEntry({ locale, listingId, admission }: AdmissionEntryProps) {
  const t = getTranslator(locale, "admin.facts");
  const { id, said, asOf, evidence, retractedAt, retractedReason } = admission;
  const name = said ? `${admissionQuestion(locale, said)}: ${admissionText(locale, said)}` : "–";
  return (
    <>
      <p>
        <span className="font-semibold">{formatDay(locale, asOf)}</span> · {name}{" "}
        {retractedAt && <Badge tone="warning">{t("retracted")}</Badge>}
      </p>
      <p className="wrap-anywhere whitespace-pre-line text-muted">{evidence}</p>
      {retractedAt ? (
        <p className="wrap-anywhere whitespace-pre-line">
          {t("retractedOn", { moment: formatMoment(locale, retractedAt) })} {retractedReason}
        </p>
      ) : (
        <RetractForm of="admission" listingId={listingId} checkId={id} name={name} />
      )}
    </>
  );
}
