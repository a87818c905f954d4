import { fullTitle, type TitledListing } from "@/lib/facts/listing-title";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { phoneAsWritten } from "@/lib/shared/phone-as-written";

interface PhoneLinkProps {
  locale: Locale;
  /** Whom one reaches: a screen reader says it before the number. */
  place: TitledListing;
  /** E.164. */
  phone: string;
  extension?: string | null;
}

/** A number to tap; the extension is dialed too where the telephone can. */
export function PhoneLink({ locale, place, phone, extension }: PhoneLinkProps) {
  const t = getTranslator(locale, "listings");
  return (
    <a
      href={`tel:${phone}${extension ? `;ext=${extension}` : ""}`}
      className="text-link inline-flex min-h-11 items-center font-semibold whitespace-nowrap"
    >
      <span className="sr-only">{t("call", { name: fullTitle(place) })}: </span>
      {phoneAsWritten(phone)}
      {extension && ` ${t("extension", { extension })}`}
    </a>
  );
}
