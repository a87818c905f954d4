import { canonicalJson } from "./checksum";
import type { ComputedEdition } from "./ranking-edition";
import type { CriterionResult, FrozenRecord } from "./schema";
import type { Score } from "./score";
import type { RankRange, StabilityTest } from "./stability";

/** Every figure of an edition under its name, such as "prior" or "aurora-hospital: score". */
export type Figures = Record<string, unknown>;

/** A figure that does not match; `undefined` on the side that does not have it. */
export interface Difference {
  figure: string;
  stored: unknown;
  recomputed: unknown;
}

/**
 * The figures of an edition as computed now, to compare with the stored ones.
 * @param stability null for an edition that was not tested
 * @param moment what every frozen record of the edition must say
 */
export function figuresOf(
  { checksum, prior, entries, exclusions }: ComputedEdition,
  stability: StabilityTest | null,
  moment: Pick<FrozenRecord, "judgedOn" | "stateListAsOf">,
): Figures {
  const { ranges, ...figures } = stability ?? { ranges: [] };
  return Object.assign(
    { checksum, prior, stability: stability && figures },
    ...entries.map(({ members, ...entry }, index) =>
      programFigures({ ...entry, ranks: ranges[index] ?? null }, members, entry.criteria),
    ),
    ...entries.flatMap(({ members }) => members.map((member) => placeFigures({ ...moment, ...member }, {}))),
    ...exclusions.map(({ input, criteria, ...gate }) => placeFigures({ ...moment, input, criteria }, gate)),
  ) as Figures;
}

/** The figures of one program, every criterion apart, under its place in print. */
export function programFigures(
  entry: Score & { position: number; rank: number; band: number; kind: string; ranks: RankRange | null },
  members: readonly Pick<FrozenRecord, "input">[],
  criteria: readonly CriterionResult[],
): Figures {
  const { position, rank, band, kind, ranks, score, low, high, coverage } = entry;
  const figures = {
    rank,
    band,
    kind,
    ranks,
    score,
    low,
    high,
    coverage,
    members: members.map(({ input }) => input.slug),
  };
  return named(`entry ${position}`, { ...figures, ...answersIn(criteria) });
}

/** The figures of one listing, every criterion apart. */
export function placeFigures({ criteria, ...record }: FrozenRecord, result: object): Figures {
  return named(record.input.slug, { ...result, ...record, ...answersIn(criteria) });
}

function answersIn(criteria: readonly CriterionResult[]): Figures {
  return Object.fromEntries(criteria.map(({ key, ...answer }) => [`criterion ${key}`, answer]));
}

function named(whose: string, figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${whose}: ${name}`, value]));
}

/** What differs, even in the last digit, in the order of the stored figures; empty when both are the same. */
export function compareFigures(stored: Figures, recomputed: Figures): Difference[] {
  const names = [...new Set([...Object.keys(stored), ...Object.keys(recomputed)])];
  return names
    .map((figure) => ({ figure, stored: stored[figure], recomputed: recomputed[figure] }))
    .filter((pair) => canonicalJson(pair.stored) !== canonicalJson(pair.recomputed));
}
