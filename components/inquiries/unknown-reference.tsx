import { ButtonLink } from "@/components/ui/button";
import { contactPath } from "@/lib/inquiries/paths";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** For a thank-you URL without an inquiry behind it. */
export function UnknownReference({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "contact.thankYou");
  return (
    <div className="grid max-w-prose justify-items-start gap-6">
      <h1 className="text-3xl sm:text-4xl">{t("unknownTitle")}</h1>
      <p className="text-lg">{t("unknownLead")}</p>
      <ButtonLink href={contactPath(locale)}>{t("again")}</ButtonLink>
    </div>
  );
}
