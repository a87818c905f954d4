import fc from "fast-check";
import { expect, test } from "vitest";
import { LISTING_KINDS } from "@/lib/facts/kind";
import { bandOf } from "./band";
import { standingWithin, type RankTally } from "./kinds";
import { orderEntries } from "./order";

const tally = (kind: RankTally["kind"], rank: number, count = 1): RankTally => ({ kind, rank, count });

test("places of a kind are counted among themselves: 1, 2, 2, 4", () => {
  const tallies = [
    tally("hospital", 1),
    tally("outpatient", 2),
    tally("hospital", 3, 2),
    tally("outpatient", 3),
    tally("hospital", 7),
  ];
  const ranks = [1, 3, 3, 7].map((rank) => standingWithin("hospital", rank, tallies).rank);
  expect(ranks).toEqual([1, 2, 2, 4]);
  expect(standingWithin("outpatient", 3, tallies)).toEqual({ rank: 2, count: 2, band: 3 });
  expect(standingWithin("hospital", 1, tallies)).toEqual({ rank: 1, count: 4, band: 1 });
});

test("the rank within a kind is the rank that the kind's places alone would have had", () => {
  const place = fc.record({ score: fc.integer({ min: 0, max: 12 }), kind: fc.constantFrom(...LISTING_KINDS) });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 40 }), (places) => {
      const named = places.map((each, index) => {
        return { ...each, coverage: 1, newestCheck: null, name: `${index}`, unit: null, slug: `${index}` };
      });
      const all = orderEntries(named);
      const tallies = all.map(({ kind, rank }) => tally(kind, rank));
      for (const kind of LISTING_KINDS) {
        const alone = orderEntries(named.filter((each) => each.kind === kind));
        const within = all.filter((each) => each.kind === kind).map((each) => standingWithin(kind, each.rank, tallies));
        expect(within).toEqual(
          alone.map(({ rank }) => ({ rank, count: alone.length, band: bandOf(rank, alone.length) })),
        );
      }
    }),
  );
});
