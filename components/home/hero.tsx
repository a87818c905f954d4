import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** What this is, in two sentences. `rankedCount` is null before the first edition. */
export function Hero({ locale, rankedCount }: { locale: Locale; rankedCount: number | null }) {
  const t = getTranslator(locale, "home");
  return (
    <header className="pb-8 sm:pt-4 sm:pb-12">
      <h1 className="max-w-[34ch] text-3xl sm:text-4xl">{t("title")}</h1>
      <p className="mt-4 max-w-prose text-lg text-muted">
        {rankedCount === null ? t("leadEmpty") : t("lead", { count: rankedCount })}
      </p>
    </header>
  );
}
