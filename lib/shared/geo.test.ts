import fc from "fast-check";
import { expect, test } from "vitest";
import { milesBetween } from "./geo";

const cityHall = { latitude: 34.0537, longitude: -118.2428 };
const place = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

test("Los Angeles City Hall is about 20 miles from Long Beach's and 347 from San Francisco's", () => {
  expect(milesBetween(cityHall, { latitude: 33.7683, longitude: -118.1956 })).toBeCloseTo(19.9, 0);
  expect(milesBetween(cityHall, { latitude: 37.7793, longitude: -122.4193 })).toBeCloseTo(347.5, 0);
});

test("the way back is as long, and nowhere is farther than half the globe", () => {
  fc.assert(
    fc.property(place, place, (from, to) => {
      const miles = milesBetween(from, to);
      expect(miles).toBeCloseTo(milesBetween(to, from), 6);
      expect(miles).toBeGreaterThanOrEqual(0);
      expect(miles).toBeLessThanOrEqual(12_437);
    }),
  );
});
