import type { MethodCriterion, MethodText, RankingMethod } from "@/lib/rankings/schema";

type Evidence = MethodCriterion["evidence"];

/** The words of a part: the method page shows them, and they do not affect scores. */
export interface PartWords {
  name: MethodText;
  explanation: MethodText;
  /** Null for a gate or a group, which have none. */
  evidence: Evidence | null;
}

/** A part of a method that has its own words, under a path segment such as "criterion-maintenance" or "gate-open". */
export interface MethodPart extends PartWords {
  segment: string;
  kind: "gate" | "group" | "criterion";
}

/** Every part, in the order of the method page. */
export function partsOf({ gates, programs, groups }: RankingMethod): MethodPart[] {
  return [
    ...Object.entries(gates).map(([key, gate]) => toPart("gate", key, gate)),
    // What passes the gates is put together to programs.
    toPart("gate", "programs", programs),
    ...groups.flatMap((group) => [
      toPart("group", group.key, group),
      ...group.criteria.map((criterion) => toPart("criterion", criterion.key, criterion)),
    ]),
  ];
}

/** The method with one part's words in place of the old ones; a segment it does not have leaves it as it is. */
export function withWords(method: RankingMethod, segment: string, words: PartWords): RankingMethod {
  const { name, explanation } = words;
  const reword = <Part extends PartWords | Omit<PartWords, "evidence">>(
    kind: MethodPart["kind"],
    key: string,
    part: Part,
  ) => (segmentOf(kind, key) === segment ? { ...part, name, explanation } : part);
  const { treatsOpioidUseDisorder, authorized, open, enoughKnown } = method.gates;
  return {
    ...method,
    gates: {
      treatsOpioidUseDisorder: reword("gate", "treatsOpioidUseDisorder", treatsOpioidUseDisorder),
      authorized: reword("gate", "authorized", authorized),
      open: reword("gate", "open", open),
      enoughKnown: reword("gate", "enoughKnown", enoughKnown),
    },
    programs: reword("gate", "programs", method.programs),
    groups: method.groups.map((group) => ({
      ...reword("group", group.key, group),
      criteria: group.criteria.map((criterion) => {
        const reworded = reword("criterion", criterion.key, criterion);
        return reworded === criterion ? criterion : { ...reworded, evidence: words.evidence ?? criterion.evidence };
      }),
    })),
  };
}

type Worded = Omit<PartWords, "evidence"> & { evidence?: Evidence };

function toPart(kind: MethodPart["kind"], key: string, { name, explanation, evidence = [] }: Worded): MethodPart {
  return { segment: segmentOf(kind, key), kind, name, explanation, evidence: kind === "criterion" ? evidence : null };
}

function segmentOf(kind: MethodPart["kind"], key: string): string {
  return `${kind}-${key}`;
}
