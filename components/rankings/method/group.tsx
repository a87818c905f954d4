import type { RankingMethod } from "@/lib/rankings/schema";
import type { Locale } from "@/lib/shared/i18n";
import { MethodCriterion } from "./criterion";

interface MethodGroupProps {
  locale: Locale;
  group: RankingMethod["groups"][number];
  categories: RankingMethod["categories"];
}

/** Every criterion of a group with its rule and evidence. */
export function MethodGroup({ locale, group, categories }: MethodGroupProps) {
  return (
    <div className="mt-5 grid gap-4 lg:grid-cols-2">
      {group.criteria.map((criterion) => (
        <MethodCriterion key={criterion.key} locale={locale} criterion={criterion} categories={categories} />
      ))}
    </div>
  );
}
