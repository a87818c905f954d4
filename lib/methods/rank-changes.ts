import type { ComputedEdition, EditionEntry } from "@/lib/rankings/ranking-edition";
import { roundScore } from "@/lib/rankings/score";

/** A program that both methods rank, by the slug of its first address; ranks are 1-based and shared in ties, scores as printed. */
export interface RankMove {
  slug: string;
  name: string;
  /** Program, branch or site: several share a name. */
  unit: string | null;
  rank: { before: number; after: number };
  score: { before: number; after: number };
}

export interface RankChanges {
  ranked: { before: number; after: number };
  /** P of the formula, 0–1. */
  prior: { before: number; after: number };
  /** How many programs change rank. */
  moved: number;
  /** How many of the first 10 and the first 25 programs stay among them. */
  stay: { of: number; count: number }[];
  /** The farthest first. */
  moves: RankMove[];
  /** Ranked by one method only, by name. */
  entering: Pick<RankMove, "slug" | "name" | "unit">[];
  leaving: Pick<RankMove, "slug" | "name" | "unit">[];
}

/** How another method changes a ranking: `before` and `after` must be computed from the same facts. */
export function rankChanges(before: ComputedEdition, after: ComputedEdition): RankChanges {
  const [was, is] = [bySlug(before), bySlug(after)];
  const moves = after.entries
    .flatMap((entry) => {
      const old = was.get(entry.slug);
      return old ? [toMove(old, entry)] : [];
    })
    .filter(({ rank }) => rank.before !== rank.after);
  return {
    ranked: { before: before.entries.length, after: after.entries.length },
    prior: { before: before.prior, after: after.prior },
    moved: moves.length,
    stay: [10, 25].map((of) => ({ of, count: stayingAmong(of, before, after) })),
    moves: moves.sort((a, b) => distance(b) - distance(a) || a.rank.after - b.rank.after),
    entering: onlyIn(is, was),
    leaving: onlyIn(was, is),
  };
}

type EntriesBySlug = ReadonlyMap<string, EditionEntry>;

function bySlug({ entries }: ComputedEdition): EntriesBySlug {
  return new Map(entries.map((entry) => [entry.slug, entry]));
}

function toMove(before: EditionEntry, after: EditionEntry): RankMove {
  const { slug, name, unit } = after;
  return {
    slug,
    name,
    unit,
    rank: { before: before.rank, after: after.rank },
    score: { before: roundScore(before.score), after: roundScore(after.score) },
  };
}

function stayingAmong(count: number, before: ComputedEdition, after: ComputedEdition): number {
  const first = new Set(before.entries.slice(0, count).map(({ slug }) => slug));
  return after.entries.slice(0, count).filter(({ slug }) => first.has(slug)).length;
}

function distance({ rank }: RankMove): number {
  return Math.abs(rank.after - rank.before);
}

function onlyIn(these: EntriesBySlug, those: EntriesBySlug) {
  return [...these.values()]
    .filter(({ slug }) => !those.has(slug))
    .map(({ slug, name, unit }) => ({ slug, name, unit }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
