import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/**
 * One line for somebody whose browser asks for the other language. Only public/visit.js shows it, where the page has the
 * other language, until somebody says no in this tab. It stands in the place of the language switch, which would say the
 * same beside it, and not in the header, whose height is counted. `path` is the page's English path.
 */
export function LanguageOffer({ locale, path }: { locale: Locale; path: string }) {
  const other: Locale = locale === "en" ? "es" : "en";
  const t = getTranslator(other, "site.language");
  return (
    <aside
      hidden
      lang={other}
      aria-label={t("label")}
      data-language-offer={other}
      className="language-offer no-print -mx-2 -mt-2 mb-3 rounded-md bg-accent-soft px-2 text-sm leading-snug"
      suppressHydrationWarning
    >
      <p className="flex flex-wrap items-center gap-x-4">
        <span className="max-sm:sr-only">{t("offer")}</span>
        <a
          href={localizedPath(other, path)}
          hrefLang={other}
          lang={other}
          className="text-link inline-flex min-h-11 items-center font-semibold"
        >
          {t("offerLink")}
        </a>
        <button type="button" className="ml-auto min-h-11 px-1 underline underline-offset-4">
          {t("offerDismiss")}
        </button>
      </p>
    </aside>
  );
}
