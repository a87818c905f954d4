import { OPEN_PATHS } from "@/lib/open-data/open-area";
import { OPEN_LIMIT } from "@/lib/open-data/limit";
import type { SourceFile } from "@/lib/open-data/types";
import type { Edition } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { Endpoints } from "./endpoints";
import { Recompute } from "./recompute";
import { Terms } from "./terms";

interface OpenDataProps {
  locale: Locale;
  /** The site's URL without a trailing slash. */
  site: string;
  /** Null before the first. */
  edition: Edition | null;
  /** What the edition was computed from. */
  files: readonly SourceFile[];
}

/** What is open, on what terms, and how anybody recomputes a score from it. */
export function OpenData({ locale, site, edition, files }: OpenDataProps) {
  const t = getTranslator(locale, "openData");
  return (
    <>
      <header className="max-w-prose">
        <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
        <p className="mt-4 text-lg">{t("lead")}</p>
        <p className="mt-2">{t("frozen")}</p>
        <p className="mt-2">{t("records")}</p>
      </header>
      <Endpoints locale={locale} edition={edition} />
      {edition && <Recompute locale={locale} site={site} edition={edition} />}
      <Terms locale={locale} site={site} files={files} />
      <Programs locale={locale} />
    </>
  );
}

function Programs({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "openData.programs");
  return (
    <section id="programs" aria-labelledby="programs-title" className="mt-12 max-w-prose">
      <h2 id="programs-title" className="text-2xl">
        {t("title")}
      </h2>
      <ul className="mt-2 list-disc space-y-2 pl-5">
        {(["open", "cache", "limit", "errors", "stable"] as const).map((point) => (
          <li key={point}>{t(point, OPEN_LIMIT)}</li>
        ))}
      </ul>
      <ul className="mt-3 flex flex-wrap gap-x-6">
        <li>
          <a href={OPEN_PATHS.openapi} className="text-link inline-flex min-h-11 items-center">
            {t("openapi")}
          </a>
        </li>
        <li>
          <a href={localizedPath(locale, "/rankings/method")} className="text-link inline-flex min-h-11 items-center">
            {t("method")}
          </a>
        </li>
      </ul>
    </section>
  );
}
