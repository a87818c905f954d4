import { admissionQuestion, admissionText } from "@/components/listings/admission-text";
import type { ListingForEditor } from "@/lib/listings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { RecordedCheck } from "./recorded-check";

/** What a place told the team of getting in; each answer can be retracted. */
export function AdmissionPanel({ locale, listing }: { locale: Locale; listing: ListingForEditor }) {
  if (listing.admissions.length === 0) return null;
  return (
    <section className="space-y-4">
      <h2 className="text-xl">{getTranslator(locale, "admin")("facts.admissions")}</h2>
      <ul className="grid gap-4">
        {listing.admissions.map(({ said, ...check }) => (
          <li key={check.id} className="border-l-2 border-line pl-3">
            <RecordedCheck
              locale={locale}
              of="admission"
              listingId={listing.id}
              check={check}
              name={said ? `${admissionQuestion(locale, said)}: ${admissionText(locale, said)}` : "–"}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
