import fc from "fast-check";
import { expect, test } from "vitest";
import { ENOUGH, orderingOf, RINGS_MILES, ringsFor } from "./ordering";

const last = RINGS_MILES.at(-1)!;
const somewhere = { latitude: 34, longitude: -118 };

const enough = (farthest: number) => [...Array.from({ length: ENOUGH - 1 }, () => 0), farthest];

test("the rings grow from the place that was named to the first that holds enough; of too few to the widest", () => {
  expect(ringsFor(0, enough(1))).toEqual([2]);
  expect(ringsFor(0, enough(4))).toEqual([2, 5]);
  expect(ringsFor(0, enough(5.1))).toEqual([2, 5, 10]);
  expect(ringsFor(4, enough(5.1))).toEqual([5, 10]);
  expect(ringsFor(7, enough(0))).toEqual([10]);
  expect(ringsFor(0, [0, 1])).toEqual(RINGS_MILES);
  expect(ringsFor(99, enough(0))).toEqual([last]);
  const miles = fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { maxLength: ENOUGH });
  fc.assert(
    fc.property(miles, fc.double({ min: 0, max: 30, noNaN: true }), (nearest, reach) => {
      const rings = ringsFor(
        reach,
        nearest.toSorted((a, b) => a - b),
      );
      const ring = rings.at(-1)!;
      expect(RINGS_MILES.filter((size) => size <= ring && (size >= reach || size === ring))).toEqual(rings);
      const isEnough = (size: number) => size >= reach && nearest.filter((each) => each <= size).length >= ENOUGH;
      expect(RINGS_MILES.filter((size) => size < ring).some(isEnough)).toBe(false);
      expect(isEnough(ring) || ring === last).toBe(true);
    }),
  );
});

test("the best fit needs a start and a ring, the nearest a start; the name needs nothing, and a cursor its order", () => {
  const order = (sort: "rank" | "distance" | "name" | null, near: typeof somewhere | null, miles: number | null) =>
    orderingOf({ sort, after: null }, near, miles === null ? null : [miles]).sort;
  expect([order(null, somewhere, 5), order("rank", somewhere, 5), order("rank", somewhere, null)]).toEqual([
    "best",
    "best",
    "rank",
  ]);
  expect([order(null, null, null), order("distance", null, null), order("distance", somewhere, null)]).toEqual([
    "rank",
    "rank",
    "distance",
  ]);
  expect(order("name", somewhere, 5)).toBe("name");
  const after = { direction: "next", sort: "rank", number: 3, name: "a", saidNo: false, treatsOpioids: true } as const;
  expect(orderingOf({ sort: null, after }, null, null).cursor).toEqual(after);
  expect(orderingOf({ sort: null, after }, somewhere, [5]).cursor).toBeNull();
});
