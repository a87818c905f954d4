import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** The same page in the other language. `path` is the page's English path. */
export function LanguageSwitch({ locale, path }: { locale: Locale; path: string }) {
  const t = getTranslator(locale, "site.language");
  const other: Locale = locale === "en" ? "es" : "en";
  return (
    <a
      href={localizedPath(other, path)}
      hrefLang={other}
      lang={other}
      title={t("switchHint")}
      className="text-link no-print inline-flex min-h-11 items-center text-sm font-semibold"
    >
      {t("switchTo")}
    </a>
  );
}
