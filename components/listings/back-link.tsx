import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** To all places; public/visit.js makes it the way back to the search that this tab made last. */
export function BackLink({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "listings.detail");
  return (
    <a
      href={localizedPath(locale, "/listings")}
      data-back
      className="text-link no-print inline-flex min-h-11 items-center text-sm"
      suppressHydrationWarning
    >
      <span suppressHydrationWarning>
        <span aria-hidden="true">←&nbsp;</span>
        {t("back")}
      </span>
      <span hidden suppressHydrationWarning>
        <span aria-hidden="true">←&nbsp;</span>
        {t("backToSearch")}
      </span>
    </a>
  );
}
