import { WeightBars, weightOf } from "@/components/rankings/method/weight-bars";
import { TOTAL_WEIGHT, type RankingMethod } from "@/lib/rankings/schema";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface HowItIsMadeProps {
  locale: Locale;
  /** The method of the newest edition; null before the first. */
  method: RankingMethod | null;
}

/** How the order is made, in one picture and three facts to check, with figures from the method that computed it. */
export function HowItIsMade({ locale, method }: HowItIsMadeProps) {
  const t = getTranslator(locale, "home.check");
  const checks = [
    { key: "formula", path: "/rankings/method", text: method ? formulaWords(locale, method) : t("formula.textEmpty") },
    { key: "sources", path: "/rankings", text: t("sources.text") },
    { key: "money", path: "/independence", text: t("money.text") },
  ] as const;
  return (
    <section aria-labelledby="check-title" className="mt-14">
      <h2 id="check-title" className="text-2xl">
        {t("title")}
      </h2>
      <div className="mt-4 grid gap-x-16 gap-y-8 lg:grid-cols-2">
        {method && (
          <div>
            <p className="font-semibold">{t("picture", { groups: method.groups.length, total: TOTAL_WEIGHT })}</p>
            <WeightBars locale={locale} method={method} />
          </div>
        )}
        <ol className="grid content-start gap-5">
          {checks.map(({ key, path, text }) => (
            <li key={key} className="border-t-2 border-accent pt-3">
              <h3 className="text-lg">{t(`${key}.title`)}</h3>
              <p className="mt-1 text-sm">{text}</p>
              <a href={localizedPath(locale, path)} className="text-link inline-flex min-h-11 items-center text-sm">
                {t(`${key}.link`)}
              </a>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

function formulaWords(locale: Locale, { groups }: RankingMethod): string {
  const t = getTranslator(locale, "home.check.formula");
  const weighed = groups.map((group) => ({ group: group.name[locale], points: weightOf(group) }));
  const [heaviest] = weighed.toSorted((a, b) => b.points - a.points);
  return heaviest ? t("text", { total: TOTAL_WEIGHT, groups: groups.length, ...heaviest }) : t("textEmpty");
}
