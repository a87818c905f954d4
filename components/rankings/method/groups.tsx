import { TOTAL_WEIGHT, type RankingMethod } from "@/lib/rankings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { MethodCriterion } from "./criterion";
import { MethodSection } from "./section";

type Group = RankingMethod["groups"][number];

/** Every group with its weight, every criterion with its rule and evidence. */
export function MethodGroups({ locale, method }: { locale: Locale; method: RankingMethod }) {
  const t = getTranslator(locale, "method");
  const counts = {
    total: TOTAL_WEIGHT,
    groups: method.groups.length,
    criteria: method.groups.flatMap(({ criteria }) => criteria).length,
  };
  return (
    <MethodSection id="groups" title={t("groups.title")}>
      <p className="mt-2 max-w-prose text-muted">{t("groups.lead", counts)}</p>
      <Weights locale={locale} groups={method.groups} />
      {method.groups.map((group) => (
        <section key={group.key} id={group.key} aria-labelledby={`${group.key}-title`} className="mt-10">
          <h3 id={`${group.key}-title`} className="text-xl">
            {group.name[locale]}{" "}
            <span className="font-sans text-base font-normal whitespace-nowrap text-muted">
              · {t("criterion.points", { points: weightOf(group) })}
            </span>
          </h3>
          <p className="mt-1 max-w-prose">{group.explanation[locale]}</p>
          <div className="mt-4 grid gap-4 lg:grid-cols-2">
            {group.criteria.map((criterion) => (
              <MethodCriterion
                key={criterion.key}
                locale={locale}
                criterion={criterion}
                categories={method.categories}
              />
            ))}
          </div>
        </section>
      ))}
    </MethodSection>
  );
}

function Weights({ locale, groups }: { locale: Locale; groups: Group[] }) {
  const t = getTranslator(locale, "method.groups");
  return (
    <table className="mt-5 w-full max-w-prose border-collapse wrap-break-word">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr className="border-b-2 border-line-strong text-left text-sm">
          <th scope="col" className="py-2 pr-4">
            {t("group")}
          </th>
          <th scope="col" className="py-2 pl-4 text-right whitespace-nowrap">
            {t("points")}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.key} className="border-b border-line">
            <th scope="row" className="w-full py-2 text-left font-normal">
              <a href={`#${group.key}`} className="text-link">
                {group.name[locale]}
              </a>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" className="mt-1 block h-2 w-full">
                <rect width={(weightOf(group) / heaviest(groups)) * 100} height="10" className="fill-accent" />
              </svg>
            </th>
            <td className="py-2 pl-6 text-right align-top">{weightOf(group)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <th scope="row" className="py-2 text-left">
            {t("total")}
          </th>
          <td className="py-2 pl-4 text-right">{groups.reduce((sum, group) => sum + weightOf(group), 0)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function weightOf({ criteria }: Group): number {
  return criteria.reduce((sum, { points }) => sum + points, 0);
}

function heaviest(groups: Group[]): number {
  return Math.max(...groups.map(weightOf));
}
