import fc from "fast-check";
import { expect, test } from "vitest";
import { milesBetween, type Coordinates } from "@/lib/shared/geo";
import { frameAround, project } from "./projection";

const inCounty = fc.record({
  latitude: fc.double({ min: 33.7, max: 34.8, noNaN: true }),
  longitude: fc.double({ min: -118.9, max: -117.7, noNaN: true }),
});
const cityHall: Coordinates = { latitude: 34.0537, longitude: -118.2428 };
const pasadena: Coordinates = { latitude: 34.1478, longitude: -118.1445 };

test("a mile on the drawing is a mile on the ground, within one in a hundred", () => {
  const { point, mile } = project({ west: -118.5, east: -118, south: 34, north: 34.3 }, 360);
  const [a, b] = [point(cityHall), point(pasadena)];
  const drawn = Math.hypot(a.x - b.x, a.y - b.y) / mile;
  expect(Math.abs(drawn / milesBetween(cityHall, pasadena) - 1)).toBeLessThan(0.01);
});

test("north is up and east is right", () => {
  const { point } = project({ west: -118.5, east: -118, south: 34, north: 34.3 }, 360);
  expect(point(pasadena).y).toBeLessThan(point(cityHall).y);
  expect(point(pasadena).x).toBeGreaterThan(point(cityHall).x);
});

test("a frame holds all its places with the margin around them", () => {
  fc.assert(
    fc.property(fc.array(inCounty, { minLength: 1, maxLength: 30 }), (places) => {
      const { point, width, height } = project(frameAround(places, 0.07, 8), 360);
      const least = 0.07 * width - 0.001;
      for (const { x, y } of places.map(point)) {
        expect(Math.min(x, y, width - x, height - y)).toBeGreaterThan(least);
      }
    }),
  );
});
