import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface PhoneLinkProps {
  locale: Locale;
  /** E.164. */
  phone: string;
  extension?: string | null;
}

/** A number to tap; the extension is dialed too where the telephone can. */
export function PhoneLink({ locale, phone, extension }: PhoneLinkProps) {
  const t = getTranslator(locale, "listings");
  return (
    <a
      href={`tel:${phone}${extension ? `;ext=${extension}` : ""}`}
      className="text-link inline-flex min-h-11 items-center font-semibold whitespace-nowrap"
    >
      {phoneAsWritten(phone)}
      {extension && ` ${t("extension", { extension })}`}
    </a>
  );
}

/** "+12135550123" → "213-555-0123"; other countries' numbers stay as they are. */
export function phoneAsWritten(phone: string): string {
  return phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "$1-$2-$3");
}
