import type { RankingMethod } from "@/lib/rankings/schema";

export const METHOD_PATH = "/rankings/method";

/** A version's own page, in English: what the method comes to. */
export function methodPath(version: number): string {
  return `${METHOD_PATH}/${version}`;
}

/**
 * The pages on which a version is printed whole, in the order they are read, by the last part of their paths: its gates,
 * each group of criteria, and the formula. One page of all would be as long as forty screens of a phone.
 */
export function sectionsOf({ groups }: Pick<RankingMethod, "groups">): string[] {
  return ["gates", ...groups.map(({ key }) => key), "formula"];
}

export function sectionPath(version: number, section: string): string {
  return `${methodPath(version)}/${section}`;
}

/** Where a criterion and its evidence stand, in the version of the method that asked it. */
export function criterionPath({ version, groups }: RankingMethod, key: string): string {
  const group = groups.find(({ criteria }) => criteria.some((criterion) => criterion.key === key));
  return `${group ? sectionPath(version, group.key) : methodPath(version)}#${criterionAnchor(key)}`;
}

/** On the page of its group, and on the version's own. */
export function criterionAnchor(key: string): string {
  return `criterion-${key}`;
}
