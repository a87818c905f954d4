import type { CriterionResult } from "./schema";
import { roundScore } from "./score";

/** Only this decides the order. */
export interface Orderable {
  score: number;
  coverage: number;
  /** The newest date among the facts that decided a criterion, YYYY-MM-DD. */
  newestCheck: string | null;
  name: string;
  unit: string | null;
  slug: string;
}

/** `position` counts the printed list (1, 2, 3, 4); equal rounded scores share a rank (1, 2, 2, 4). */
export type Ordered<Entry> = Entry & { position: number; rank: number };

/** Highest rounded score first; inside a tie by coverage, then as `compareAtEqualScore`. */
export function orderEntries<Entry extends Orderable>(entries: readonly Entry[]): Ordered<Entry>[] {
  const sorted = [...entries].sort(compareEntries);
  const firstOf = new Map<number, number>();
  return sorted.map((entry, index) => {
    const rounded = roundScore(entry.score);
    if (!firstOf.has(rounded)) firstOf.set(rounded, index + 1);
    return { ...entry, position: index + 1, rank: firstOf.get(rounded) ?? index + 1 };
  });
}

function compareEntries(a: Orderable, b: Orderable): number {
  return roundScore(b.score) - roundScore(a.score) || b.coverage - a.coverage || compareAtEqualScore(a, b);
}

/**
 * Inside a tie of score and coverage: the newest check first, then by the lower-cased name of the moment, the
 * lower-cased unit, and the slug. Weights have no influence here.
 */
export function compareAtEqualScore(
  a: Omit<Orderable, "score" | "coverage">,
  b: Omit<Orderable, "score" | "coverage">,
): number {
  return (
    compareText(b.newestCheck ?? "", a.newestCheck ?? "") ||
    compareText(a.name.toLowerCase(), b.name.toLowerCase()) ||
    compareText((a.unit ?? "").toLowerCase(), (b.unit ?? "").toLowerCase()) ||
    compareText(a.slug, b.slug)
  );
}

/** By code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The newest date among the facts that decided a criterion, YYYY-MM-DD. */
export function newestCheckOf(criteria: readonly Pick<CriterionResult, "asOf">[]): string | null {
  return criteria.reduce<string | null>((newest, { asOf }) => (asOf && asOf > (newest ?? "") ? asOf : newest), null);
}
