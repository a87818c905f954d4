import { TOTAL_WEIGHT, type RankingMethod } from "@/lib/rankings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { MethodCriterion } from "./criterion";
import { MethodSection } from "./section";
import { WeightBars, weightOf } from "./weight-bars";

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
      <div className="mt-5">
        <WeightBars locale={locale} groups={method.groups} />
      </div>
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
