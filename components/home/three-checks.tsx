import { TOTAL_WEIGHT, type RankingMethod } from "@/lib/rankings/schema";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface ThreeChecksProps {
  locale: Locale;
  /** The method of the newest edition; null before the first. */
  method: RankingMethod | null;
}

/** Why a reader can trust the order: three facts to check, with figures from the method that computed it. */
export function ThreeChecks({ locale, method }: ThreeChecksProps) {
  const t = getTranslator(locale, "home.check");
  const checks = [
    { key: "formula", path: "/rankings/method", text: method ? formulaWords(locale, method) : t("formula.textEmpty") },
    { key: "sources", path: "/rankings", text: t("sources.text") },
    { key: "money", path: "/independence", text: t("money.text") },
  ] as const;
  return (
    <section aria-labelledby="check-title" className="mt-16">
      <h2 id="check-title" className="text-2xl">
        {t("title")}
      </h2>
      <ol className="mt-5 grid gap-8 md:grid-cols-3">
        {checks.map(({ key, path, text }) => (
          <li key={key} className="border-t-2 border-accent pt-4">
            <h3 className="text-lg">{t(`${key}.title`)}</h3>
            <p className="mt-2 text-sm">{text}</p>
            <a href={localizedPath(locale, path)} className="text-link inline-flex min-h-11 items-center text-sm">
              {t(`${key}.link`)}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function formulaWords(locale: Locale, { groups }: RankingMethod): string {
  const t = getTranslator(locale, "home.check.formula");
  const weighed = groups.map(({ name, criteria }) => ({
    group: name[locale],
    points: criteria.reduce((sum, { points }) => sum + points, 0),
  }));
  const [heaviest] = weighed.sort((a, b) => b.points - a.points);
  return heaviest ? t("text", { total: TOTAL_WEIGHT, groups: groups.length, ...heaviest }) : t("textEmpty");
}
