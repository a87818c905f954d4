// Why a program stands where it does, in a few facts: what people ask first, then the heaviest answers that cost it points.

import type { CriterionResult } from "./schema";

/** What the sentence begins with, if the place says it. */
export const SPOKEN = ["gives", "keepsBoth", "keepsMethadone", "keepsBuprenorphine", "mediCal"] as const;
export type Spoken = (typeof SPOKEN)[number];

export interface RankReason {
  spoken: Spoken[];
  /** Keys of the heaviest criteria with a yes, where none has words of its own. */
  won: string[];
  /** Keys of the heaviest criteria with a no. */
  lost: string[];
  /** How many more have a no. */
  moreLost: number;
  /** Of 100. */
  unknownPoints: number;
}

/** As many as a sentence holds. */
const NAMED = 3;

type Answer = Pick<CriterionResult, "key" | "value" | "maximum">;

/** From the answers of one edition. A method without these criteria begins with the heaviest yes. */
export function reasonOf(criteria: readonly Answer[]): RankReason {
  const isYes = (key: string) => criteria.some((each) => each.key === key && each.value === "yes");
  const [methadone, buprenorphine] = [isYes("keeps-methadone"), isYes("keeps-buprenorphine")];
  const says: Record<Spoken, boolean> = {
    gives: isYes("methadone-or-buprenorphine"),
    keepsBoth: methadone && buprenorphine,
    keepsMethadone: methadone && !buprenorphine,
    keepsBuprenorphine: buprenorphine && !methadone,
    mediCal: isYes("medi-cal"),
  };
  const spoken = SPOKEN.filter((each) => says[each]);
  const lost = heaviest(criteria, "no");
  // One more is no longer to read than that there is one more.
  const named = lost.length > NAMED + 1 ? NAMED : lost.length;
  return {
    spoken,
    won: spoken.length > 0 ? [] : heaviest(criteria, "yes").slice(0, NAMED),
    lost: lost.slice(0, named),
    moreLost: lost.length - named,
    unknownPoints: criteria.reduce((sum, { value, maximum }) => sum + (value === "unknown" ? maximum : 0), 0),
  };
}

/** Keys, the heaviest first; of the same weight in the method's order. */
function heaviest(criteria: readonly Answer[], value: CriterionResult["value"]): string[] {
  return criteria
    .filter((each) => each.value === value)
    .toSorted((a, b) => b.maximum - a.maximum)
    .map(({ key }) => key);
}
