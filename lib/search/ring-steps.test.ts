import fc from "fast-check";
import { expect, test } from "vitest";
import { RINGS_MILES } from "./ordering";
import { ringSteps } from "./ring-steps";

const steps = [...RINGS_MILES];
const hit = fc.record({
  miles: fc.double({ min: 0, max: steps.at(-1)!, noNaN: true }),
  rank: fc.option(fc.nat(200)),
});

test("each place stands below a heading that is true of it, and none is lost or moved", () => {
  fc.assert(
    fc.property(fc.array(hit), (all) => {
      const hits = all.map(({ miles, rank }) => ({ rank, distance: { miles, isApproximate: false } }));
      const parts = ringSteps({ steps }, hits);
      expect(parts.flatMap((part) => part.hits)).toEqual(hits);
      for (const { from, to, isRanked, hits: inPart } of parts)
        for (const { rank, distance } of inPart) {
          expect(rank !== null).toBe(isRanked);
          expect(distance.miles).toBeLessThanOrEqual(to);
          expect(distance.miles > from || from === 0).toBe(true);
        }
    }),
  );
});

test("a heading stands once for places that follow each other", () => {
  const at = (miles: number, rank: number | null) => ({ rank, distance: { miles, isApproximate: false } });
  const parts = ringSteps({ steps }, [at(1, 4), at(2, 9), at(4, 2), at(0.5, null), at(8, 1), at(3, null)]);
  expect(parts.map(({ from, to, isRanked, hits }) => [from, to, isRanked, hits.length])).toEqual([
    [0, 2, true, 2],
    [2, 5, true, 1],
    [0, 2, false, 1],
    [5, 10, true, 1],
    [2, 5, false, 1],
  ]);
});
