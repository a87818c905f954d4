import { Entry } from "@/components/rankings/entry";
import { MAP_PATH } from "@/lib/map/paths";
import { surveyYearsText } from "@/lib/rankings/survey-years";
import type { Edition } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

const SHOWN = 5;

/** The first entries of the newest edition, with how little their order means. */
export function TopBand({ locale, edition }: { locale: Locale; edition: Edition | null }) {
  const t = getTranslator(locale, "home.top");
  const top = edition?.entries.filter(({ band }) => band === 1) ?? [];
  return (
    <section aria-labelledby="top-title" className="mt-16">
      <h2 id="top-title" className="text-2xl">
        {t("title")}
      </h2>
      {!edition && <p className="mt-2">{t("empty")}</p>}
      {edition && (
        <>
          <p className="mt-2 mb-4 max-w-prose text-muted">
            {t("lead", {
              shown: Math.min(SHOWN, top.length),
              count: top.length,
              years: surveyYearsText(top) ?? "none",
            })}
          </p>
          <ol className="border-b border-line">
            {top.slice(0, SHOWN).map((entry) => (
              <Entry key={entry.listing.slug} locale={locale} entry={entry} />
            ))}
          </ol>
          <p className="mt-3 flex flex-wrap gap-x-8">
            <a
              href={localizedPath(locale, "/rankings")}
              className="text-link inline-flex min-h-11 items-center font-semibold"
            >
              {t("all")}
            </a>
            <a
              href={localizedPath(locale, MAP_PATH)}
              className="text-link inline-flex min-h-11 items-center font-semibold"
            >
              {getTranslator(locale, "map")("link")}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
