import { surveyYearsText } from "@/lib/rankings/survey-years";
import type { Edition } from "@/lib/rankings/types";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

const LINKS = [
  { key: "methodLink", path: "/rankings/method" },
  { key: "mineLink", path: "/rankings/mine" },
  { key: "searchLink", path: "/listings" },
  { key: "dataLink", path: "/rankings/data" },
] as const;

/** Title of the ranking: how many places, of when, by which method. How old the answers are stands with it. */
export function EditionTitle({ locale, edition }: { locale: Locale; edition: Edition }) {
  const t = getTranslator(locale, "rankings");
  const { number, methodVersion, judgedOn, rankedCount, excludedCount } = edition;
  const years = surveyYearsText(edition.entries);
  return (
    <header className="max-w-prose">
      <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
      <p className="mt-4 text-lg">{t("lead", { ranked: rankedCount, excluded: excludedCount })}</p>
      {years && <p className="mt-2">{t("answers", { years })}</p>}
      <p className="mt-2 text-sm text-muted">
        {t("edition", { number, date: formatDay(locale, judgedOn), version: methodVersion })}
      </p>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {LINKS.map(({ key, path }) => (
          <li key={key}>
            <a href={localizedPath(locale, path)} className="text-link inline-flex min-h-11 items-center">
              {t(key)}
            </a>
          </li>
        ))}
      </ul>
    </header>
  );
}
