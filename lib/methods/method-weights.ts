import type { RankingMethod } from "@/lib/rankings/schema";

/** What a method weighs with: whole points per criterion key, and the two constants as the record has them. */
export interface MethodWeights {
  points: Record<string, number>;
  constants: RankingMethod["constants"];
}

/** The method with other weights; a criterion that is not named keeps its points. The sum is not looked at here. */
export function withWeights(method: RankingMethod, { points, constants }: MethodWeights): RankingMethod {
  const own = new Map(Object.entries(points));
  return {
    ...method,
    constants,
    groups: method.groups.map((group) => ({
      ...group,
      criteria: group.criteria.map((each) => ({ ...each, points: own.get(each.key) ?? each.points })),
    })),
  };
}
