import { HomeSearch } from "./home-search";
import { RightNow } from "./right-now";
import { Hills } from "@/components/ui/drawings";
import type { CrisisNumber } from "@/lib/settings/schema";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface HeroProps {
  locale: Locale;
  /** Null before the first edition. */
  rankedCount: number | null;
  numbers: CrisisNumber[];
}

/** The first screen, also of a small phone: what this is, a search, what to do in danger, and whom to ask. */
export function Hero({ locale, rankedCount, numbers }: HeroProps) {
  const t = getTranslator(locale, "home");
  return (
    <div className="sm:pt-4">
      <h1 className="max-w-[34ch] text-2xl sm:text-4xl">{t("title")}</h1>
      <p className="mt-1 max-w-prose text-muted sm:mt-3 sm:text-lg">
        {rankedCount === null ? t("leadEmpty") : t("lead", { count: rankedCount })}
      </p>
      <div className="mt-3 grid gap-x-16 gap-y-3 sm:mt-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <HomeSearch locale={locale} />
        <div>
          <RightNow locale={locale} numbers={numbers} />
          <p className="mt-1">
            <a
              href={localizedPath(locale, "/contact")}
              className="text-link inline-flex min-h-11 items-center font-semibold"
            >
              {t("contact")}
            </a>
          </p>
          {/* In what is left beside the next title; a phone has nothing left. */}
          <Hills className="mt-2 -mb-29 hidden h-27 w-72 lg:block" />
        </div>
      </div>
    </div>
  );
}
