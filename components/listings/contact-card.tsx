import type { FactSheetView } from "@/lib/facts/facts";
import type { ListingDetail } from "@/lib/listings/types";
import { linesInOrder } from "@/lib/shared/area-code";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { Address } from "./address";
import { PhoneLink } from "./phone-link";
import { sourceText } from "./source-line";

/** Where a place is and how to reach it; it says clearly that the number is the place's own. */
export function ContactCard({ locale, listing }: { locale: Locale; listing: ListingDetail }) {
  const t = getTranslator(locale, "listings");
  const { name, phone, phoneExtension, correctedByStaff } = listing;
  const lines = linesInOrder(phone, listing.intakePhones);
  const licensed = [...new Set(listing.licenses.flatMap((license) => license.phone ?? []))];
  const others = licensed.filter((number) => lines.every((line) => line.phone !== number));
  const directory = newestDirectory(listing.sheets);
  return (
    <section aria-labelledby="contact-title" className="rounded-lg border border-line bg-surface p-5">
      <h2 id="contact-title" className="font-sans text-sm font-semibold text-muted">
        {t("detail.contactTitle")}
      </h2>
      <Address place={listing} />
      {lines.length === 0 && <p className="mt-2">{t("noPhone")}</p>}
      <ul className="mt-1">
        {lines.map((line) => (
          <li key={line.phone}>
            {t(line.isMain ? "phone" : "intake")}:{" "}
            <PhoneLink
              locale={locale}
              place={listing}
              phone={line.phone}
              extension={line.isMain ? phoneExtension : null}
            />
          </li>
        ))}
        {others.map((number) => (
          <li key={number}>
            {t("licensePhone")}: <PhoneLink locale={locale} place={listing} phone={number} />
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm">{t(phone ? "detail.notAffiliated" : "detail.notAffiliatedNoPhone", { name })}</p>
      <p className="mt-2 text-xs text-muted">
        {directory && t("detail.contactSource", { source: sourceText(locale, directory) })}{" "}
        {correctedByStaff && t("detail.contactCorrected")}
      </p>
    </section>
  );
}

/** The survey that states the place's address: the one that was imported last. */
function newestDirectory(sheets: readonly FactSheetView[]): FactSheetView | undefined {
  return sheets.filter(({ source }) => source === "samhsa").sort((a, b) => b.asOf.localeCompare(a.asOf))[0];
}
