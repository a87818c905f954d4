import { expect, test } from "vitest";
import type { ComputedEdition, EditionEntry } from "@/lib/rankings/ranking-edition";
import { rankChanges } from "./rank-changes";

function edition(prior: number, places: [slug: string, rank: number, score: number][]): ComputedEdition {
  const entries = places.map(([slug, rank, score], index) => {
    return { slug, name: slug, rank, score, position: index + 1 } as unknown as EditionEntry;
  });
  return { checksum: "", prior, entries, exclusions: [] };
}

const before = edition(0.6, [
  ["a", 1, 90],
  ["b", 2, 80.4],
  ["c", 2, 79.6],
  ["d", 4, 60],
]);

test("nothing moves when both methods rank alike", () => {
  expect(rankChanges(before, before)).toEqual({
    ranked: { before: 4, after: 4 },
    prior: { before: 0.6, after: 0.6 },
    moved: 0,
    stay: [
      { of: 10, count: 4 },
      { of: 25, count: 4 },
    ],
    moves: [],
    entering: [],
    leaving: [],
  });
});

test("the farthest moves come first, with printed scores; who comes and who goes stand apart", () => {
  const after = edition(0.5, [
    ["c", 1, 91.5],
    ["b", 2, 80],
    ["e", 3, 70],
    ["a", 4, 60.2],
  ]);
  expect(rankChanges(before, after)).toMatchObject({
    moved: 2,
    moves: [
      { slug: "a", rank: { before: 1, after: 4 }, score: { before: 90, after: 60 } },
      { slug: "c", rank: { before: 2, after: 1 }, score: { before: 80, after: 92 } },
    ],
    entering: [{ slug: "e" }],
    leaving: [{ slug: "d" }],
  });
});
