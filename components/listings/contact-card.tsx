import { ButtonLink } from "@/components/ui/button";
import { pathWithListings } from "@/lib/choices/paths";
import type { FactSheetView } from "@/lib/facts/facts";
import type { ListingDetail } from "@/lib/listings/types";
import { askedPairs } from "@/lib/search/asked";
import { NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import { linesInOrder } from "@/lib/shared/area-code";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { Address } from "./address";
import { DirectionsLink } from "./directions-link";
import { PhoneLink, PhoneText } from "./phone-link";
import { sourceText } from "./source-line";

interface ContactCardProps {
  locale: Locale;
  listing: ListingDetail;
  /** What the person asked for. */
  asked?: ListingFilters;
}

/**
 * How to reach a place: a call, the way there, or us; then its address and other lines. It says clearly that the number is
 * the place's own. Nobody is sent to a closed one.
 */
export function ContactCard({ locale, listing, asked = NO_FILTERS }: ContactCardProps) {
  const t = getTranslator(locale, "listings");
  const { name, phone, correctedByStaff } = listing;
  const lines = linesOf(listing);
  const [first] = lines;
  const isOpen = listing.presence === "open";
  const directory = newestDirectory(listing.sheets);
  return (
    <section aria-labelledby="contact-title" className="max-lg:contents">
      <h2 id="contact-title" className="sr-only">
        {t("detail.contactTitle")}
      </h2>
      <p className="no-print flex flex-wrap gap-2 bg-bg py-2 max-lg:sticky max-lg:bottom-0 lg:pt-0">
        {isOpen && first && <PhoneLink locale={locale} place={listing} {...first.line} look="button" />}
        <DirectionsLink locale={locale} listing={listing} />
        {isOpen && (
          <ButtonLink
            look="quiet"
            className="max-sm:px-3"
            href={localizedPath(locale, pathWithListings("/contact", [listing.slug], {}, askedPairs(asked)))}
          >
            {t("ask.link")}
          </ButtonLink>
        )}
      </p>
      {isOpen && (
        <p className="no-print text-xs text-muted">
          {t("ask.title")} {t("ask.text")} {listing.street && t("directions.note")}
        </p>
      )}
      <div className="mt-3 text-sm">
        <Address place={listing} />
        {!first && <p className="mt-1">{t("noPhone")}</p>}
        <ul>
          {lines.map(({ label, line }) => (
            <li key={line.phone}>
              {t(label)}:{" "}
              {isOpen && line.phone === first?.line.phone ? (
                // The button above calls it: a screen reader need not hear it twice, and paper has no button.
                <PhoneText locale={locale} {...line} />
              ) : (
                <PhoneLink locale={locale} place={listing} {...line} />
              )}
            </li>
          ))}
        </ul>
        <p className="mt-1">{t(phone ? "detail.notAffiliated" : "detail.notAffiliatedNoPhone", { name })}</p>
        <p className="mt-1 text-xs text-muted">
          {directory && t("detail.contactSource", { source: sourceText(locale, directory) })}{" "}
          {correctedByStaff && t("detail.contactCorrected")}
        </p>
      </div>
    </section>
  );
}

interface Line {
  label: "phone" | "intake" | "licensePhone";
  line: { phone: string; extension: string | null };
}

/** Its own lines, the first to call first, then those that only a license names. */
function linesOf({ phone, phoneExtension, intakePhones, licenses }: ListingDetail): Line[] {
  const own = linesInOrder(phone, intakePhones).map((line): Line => {
    return line.isMain
      ? { label: "phone", line: { phone: line.phone, extension: phoneExtension } }
      : { label: "intake", line: { phone: line.phone, extension: null } };
  });
  const licensed = new Set(licenses.flatMap((license) => license.phone ?? []));
  const more = [...licensed].filter((number) => own.every(({ line }) => line.phone !== number));
  return [...own, ...more.map((number): Line => ({ label: "licensePhone", line: { phone: number, extension: null } }))];
}

/** The survey that states the place's address: the one that was imported last. */
function newestDirectory(sheets: readonly FactSheetView[]): FactSheetView | undefined {
  return sheets.filter(({ source }) => source === "samhsa").sort((a, b) => b.asOf.localeCompare(a.asOf))[0];
}
