import fc from "fast-check";
import { expect, test } from "vitest";
import { ENOUGH, orderingOf, RINGS_MILES, ringFor } from "./ordering";

const last = RINGS_MILES.at(-1)!;
const somewhere = { latitude: 34, longitude: -118 };

test("the ring is the smallest that holds enough and all of the place; of too few it is the widest", () => {
  expect(ringFor(0, [0, 1, 2, 3, 4])).toBe(5);
  expect(ringFor(0, [0, 1, 2, 3, 5.1])).toBe(10);
  expect(ringFor(7, [0, 0, 0, 0, 0])).toBe(10);
  expect(ringFor(0, [0, 1])).toBe(last);
  expect(ringFor(99, [0, 0, 0, 0, 0])).toBe(last);
  const miles = fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { maxLength: ENOUGH });
  fc.assert(
    fc.property(miles, fc.double({ min: 0, max: 30, noNaN: true }), (nearest, reach) => {
      const ring = ringFor(
        reach,
        nearest.toSorted((a, b) => a - b),
      );
      const isEnough = (size: number) => size >= reach && nearest.filter((each) => each <= size).length >= ENOUGH;
      expect(RINGS_MILES.filter((size) => size < ring).some(isEnough)).toBe(false);
      expect(isEnough(ring) || ring === last).toBe(true);
    }),
  );
});

test("the best fit needs a start and a ring, the nearest a start; the name needs nothing, and a cursor its order", () => {
  const order = (sort: "rank" | "distance" | "name" | null, near: typeof somewhere | null, miles: number | null) =>
    orderingOf({ sort, after: null }, near, miles).sort;
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
  expect(orderingOf({ sort: null, after }, somewhere, 5).cursor).toBeNull();
});
