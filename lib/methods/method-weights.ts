import type { RankingMethod } from "@/lib/rankings/schema";

/** The weights of a method: whole points per criterion key, and the two constants as the record has them. */
export interface MethodWeights {
  points: Record<string, number>;
  constants: RankingMethod["constants"];
}

/** The method with other weights; a criterion that is not named keeps its points. The sum is not checked here. */
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
