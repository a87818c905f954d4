import { buttonClass } from "@/components/ui/button";
import { fullTitle, type TitledListing } from "@/lib/facts/listing-title";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { dialOf, phoneAsWritten } from "@/lib/shared/phone-as-written";

interface PhoneLinkProps {
  locale: Locale;
  /** Whom one reaches: a screen reader says it before the number. */
  place: TitledListing;
  /** E.164. */
  phone: string;
  extension?: string | null;
  look?: keyof typeof LOOK;
}

/** A number stays whole; it is broken at a hyphen only where text of double size leaves it no row wide enough. */
const LOOK = {
  link: "text-link inline-flex min-h-11 max-w-full shrink-0 items-center font-semibold",
  button: `${buttonClass()} px-3! sm:text-sm`,
} as const;

/** A number to tap. */
export function PhoneLink({ locale, place, phone, extension, look = "link" }: PhoneLinkProps) {
  const t = getTranslator(locale, "listings");
  return (
    <a href={`tel:${dialOf(phone, extension)}`} className={LOOK[look]}>
      {look === "button" && <PhoneMark />}
      <span className={look === "button" ? "leading-tight" : undefined}>
        <span className="sr-only">{t("call", { name: fullTitle(place) })}: </span>
        {phoneAsWritten(phone)}
        {extension && <span className={look === "button" ? "block" : undefined}> {t("extension", { extension })}</span>}
      </span>
    </a>
  );
}

/** A number to read. */
export function PhoneText({ locale, phone, extension }: Pick<PhoneLinkProps, "locale" | "phone" | "extension">) {
  const t = getTranslator(locale, "listings");
  return (
    <>
      <span className="inline-block">{phoneAsWritten(phone)}</span>
      {extension && ` ${t("extension", { extension })}`}
    </>
  );
}

/** A receiver, which documents have once (components/layout/marks.tsx). */
function PhoneMark() {
  return (
    <svg width="18" height="18" aria-hidden="true" className="shrink-0">
      <use href="#receiver" />
    </svg>
  );
}
