import { canonicalJson } from "./checksum";
import type { ComputedEdition } from "./ranking-edition";
import type { FrozenRecord } from "./schema";
import type { StabilityTest } from "./stability";

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
    ...entries.map(({ input, criteria, ...entry }, index) =>
      placeFigures({ ...moment, input, criteria }, { ...entry, kind: input.kind, ranks: ranges[index] ?? null }),
    ),
    ...exclusions.map(({ input, criteria, ...gate }) => placeFigures({ ...moment, input, criteria }, gate)),
  ) as Figures;
}

/** The figures of one place, every criterion apart. */
export function placeFigures({ criteria, ...record }: FrozenRecord, result: object): Figures {
  const answers = criteria.map(({ key, ...answer }) => [`criterion ${key}`, answer]);
  const named = Object.entries({ ...result, ...record, ...(Object.fromEntries(answers) as Figures) });
  return Object.fromEntries(named.map(([name, value]) => [`${record.input.slug}: ${name}`, value]));
}

/** What differs, even in the last digit, in the order of the stored figures; empty when both are the same. */
export function compareFigures(stored: Figures, recomputed: Figures): Difference[] {
  const names = [...new Set([...Object.keys(stored), ...Object.keys(recomputed)])];
  return names
    .map((figure) => ({ figure, stored: stored[figure], recomputed: recomputed[figure] }))
    .filter((pair) => canonicalJson(pair.stored) !== canonicalJson(pair.recomputed));
}
