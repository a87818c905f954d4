import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** What happens with a person's words, in sentences that the code makes true. */
export function InquiryPrivacy({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "contact.privacy");
  return (
    <section
      className="mt-10 max-w-prose rounded-md bg-sunken p-5 lg:sticky lg:top-4 lg:mt-0"
      aria-labelledby="inquiry-privacy"
    >
      <h2 id="inquiry-privacy" className="text-lg">
        {t("title")}
      </h2>
      <ul className="mt-2 grid list-disc gap-1 pl-5 text-sm">
        <li>{t("stored")}</li>
        <li>{t("mail")}</li>
        <li>{t("notShared")}</li>
      </ul>
    </section>
  );
}
