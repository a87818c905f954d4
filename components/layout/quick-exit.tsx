import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** Somewhere unremarkable that loads fast: the weather in Los Angeles. */
const ELSEWHERE = "https://www.weather.gov/lox/";

/**
 * Leaves the site at once. A plain link without JavaScript; public/quick-exit.js replaces the page instead, so that the
 * back button does not come back here, and also leaves when Escape is pressed three times.
 */
export function QuickExit({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "site.quickExit");
  return (
    <a
      href={ELSEWHERE}
      data-quick-exit
      rel="noreferrer"
      title={t("hint")}
      className="no-print inline-flex min-h-[44px] items-center rounded-md border border-danger px-3 text-sm font-semibold text-danger no-underline hover:bg-danger-soft"
    >
      <span className="max-sm:sr-only">{t("label")}</span>
      <span aria-hidden className="sm:hidden">
        {t("short")}
      </span>
      <span className="sr-only">. {t("hint")}</span>
    </a>
  );
}
