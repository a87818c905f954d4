import { expect, test } from "vitest";
import { placeCityNames } from "./city-names";

const SIZE = { width: 360, height: 300 };

test("a name stands above or below its places, never on a marker", () => {
  const place = { x: 100, y: 100 };
  const [name] = placeCityNames([{ name: "Reseda", places: [place] }], [{ ...place, radius: 9 }], SIZE, 9);
  expect(Math.abs(name!.y - 100)).toBeGreaterThan(9);
});

test("two names do not cover each other", () => {
  const place = { x: 100, y: 100 };
  const cities = ["Reseda", "Tarzana"].map((name) => ({ name, places: [place] }));
  const [first, second] = placeCityNames(cities, [{ ...place, radius: 9 }], SIZE, 9);
  expect(Math.abs(first!.y - second!.y) > 9 || Math.abs(first!.x - second!.x) > 30).toBe(true);
});

test("a name without room is left out", () => {
  const crowd = Array.from({ length: 100 }, (_, index) => ({
    x: (index % 10) * 36 + 18,
    y: Math.floor(index / 10) * 30 + 15,
    radius: 16,
  }));
  expect(placeCityNames([{ name: "Los Angeles", places: [{ x: 180, y: 150 }] }], crowd, SIZE, 9)).toEqual([]);
});
