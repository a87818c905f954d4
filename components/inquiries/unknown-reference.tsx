import { ButtonLink } from "@/components/ui/button";
import { contactPath } from "@/lib/inquiries/paths";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/**
 * For a thank-you URL in any browser that has not just sent its inquiry: the same whether there is one or not. The person
 * may be here too, when their browser keeps no cookies.
 */
export function UnknownReference({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "contact.thankYou");
  return (
    <div className="max-w-prose space-y-6">
      <h1 className="text-3xl sm:text-4xl">{t("unknownTitle")}</h1>
      <p className="text-lg">{t("unknownLead")}</p>
      <p>{t("receipt.mailed")}</p>
      <ButtonLink href={contactPath(locale)}>{t("again")}</ButtonLink>
    </div>
  );
}
