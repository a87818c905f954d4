import type { MethodCriterion, RankingMethod } from "./schema";

/** A weight that changed with the method; null in the version that does not have the criterion. */
export interface WeightChange {
  key: string;
  name: MethodCriterion["name"];
  from: number | null;
  to: number | null;
}

/** Every criterion that is new, is gone or has another weight, in the order of the newer method. */
export function weightChanges(previous: RankingMethod, current: RankingMethod): WeightChange[] {
  const [before, after] = [criteriaByKey(previous), criteriaByKey(current)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const name = (is ?? was)?.name;
    const [from, to] = [was?.points ?? null, is?.points ?? null];
    return name && from !== to ? [{ key, name, from, to }] : [];
  });
}

/** Whether anything differs that affects scores or gates; names and explanations do not count. */
export function methodChanged(previous: RankingMethod, current: RankingMethod): boolean {
  return scoringText(previous) !== scoringText(current);
}

/** Whether a criterion reads other codes than before, or reads them in another way. */
export function ruleChanged(previous: MethodCriterion, current: MethodCriterion): boolean {
  return ruleText(previous) !== ruleText(current);
}

export function criteriaByKey({ groups }: RankingMethod): Map<string, MethodCriterion> {
  return new Map(groups.flatMap(({ criteria }) => criteria.map((each) => [each.key, each])));
}

function scoringText({ gates, programs, categories, groups, constants }: RankingMethod): string {
  const rules = groups.flatMap(({ criteria }) => criteria.map((each) => [each.key, each.points, ruleText(each)]));
  const { licenseClasses, certifications, otherAuthorities, notChecked } = gates.authorized;
  const others = otherAuthorities.map(({ key, codes }) => [key, codes]);
  const codes = [gates.treatsOpioidUseDisorder.noneOf, licenseClasses, certifications, others, notChecked];
  const together = [programs.withinMiles, programs.sameAnswers];
  return JSON.stringify([rules, codes, together, categories.map((each) => [each.key, each.codes]), constants]);
}

function ruleText({ rule, unknownWhen }: MethodCriterion): string {
  const reads = "of" in rule ? [rule.atLeast, rule.of.map(({ codes }) => codes)] : ["license" in rule, rule.anyOf];
  return JSON.stringify([reads, unknownWhen]);
}
