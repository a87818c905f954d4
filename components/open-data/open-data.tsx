import { aboutFor } from "@/lib/open-data/about";
import { OPEN_PATHS } from "@/lib/open-data/area";
import type { Edition } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { Addresses } from "./addresses";
import { Recompute } from "./recompute";

interface OpenDataProps {
  locale: Locale;
  /** The site's address without a trailing slash. */
  site: string;
  /** Null before the first. */
  edition: Edition | null;
}

/** What is open, on what terms, and how anybody recomputes a score from it. */
export function OpenData({ locale, site, edition }: OpenDataProps) {
  const t = getTranslator(locale, "openData");
  return (
    <>
      <header className="max-w-prose">
        <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
        <p className="mt-4 text-lg">{t("lead")}</p>
        <p className="mt-2">{t("frozen")}</p>
      </header>
      <Addresses locale={locale} edition={edition} />
      {edition && <Recompute locale={locale} site={site} edition={edition} />}
      <Terms locale={locale} site={site} />
      <Programs locale={locale} />
    </>
  );
}

function Terms({ locale, site }: { locale: Locale; site: string }) {
  const t = getTranslator(locale, "openData.terms");
  return (
    <section id="terms" aria-labelledby="terms-title" className="mt-12 max-w-prose">
      <h2 id="terms-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2">{t("lead")}</p>
      <ul lang="en" className="mt-3 list-disc space-y-3 pl-5 text-sm">
        {aboutFor(site, null).sources.map(({ name, license, attribution }) => (
          <li key={name}>
            <strong>{name}</strong>
            <span className="block">{license}</span>
            <span className="block text-muted">{attribution}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3">{t("caution")}</p>
    </section>
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
          <li key={point}>{t(point)}</li>
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
