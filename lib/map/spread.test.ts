import fc from "fast-check";
import { expect, test } from "vitest";
import { spread } from "./spread";

const SIZE = { width: 360, height: 300 };
const disk = fc.record({
  x: fc.double({ min: 0, max: 360, noNaN: true }),
  y: fc.double({ min: 0, max: 300, noNaN: true }),
  radius: fc.constantFrom(7, 9.5),
});

test("no marker covers another or leaves the drawing, wherever they belong", () => {
  fc.assert(
    fc.property(fc.array(disk, { maxLength: 60 }), (disks) => {
      const spots = spread(disks, SIZE);
      expect(spots).toHaveLength(disks.length);
      spots.forEach(({ x, y }, index) => {
        const { radius } = disks[index]!;
        expect(Math.min(x, y, SIZE.width - x, SIZE.height - y)).toBeGreaterThanOrEqual(radius);
        for (let other = 0; other < index; other += 1) {
          const distance = Math.hypot(x - spots[other]!.x, y - spots[other]!.y);
          expect(distance).toBeGreaterThanOrEqual(radius + disks[other]!.radius);
        }
      });
    }),
  );
});

test("a marker with room stays where it belongs, and ten at one point stand around it", () => {
  expect(spread([{ x: 50, y: 60, radius: 9 }], SIZE)).toEqual([{ x: 50, y: 60 }]);
  const ten = spread(
    Array.from({ length: 10 }, () => ({ x: 100, y: 100, radius: 9 })),
    SIZE,
  );
  expect(ten[0]).toEqual({ x: 100, y: 100 });
  expect(Math.max(...ten.map(({ x, y }) => Math.hypot(x - 100, y - 100)))).toBeLessThan(45);
});

test("without any room left, markers are drawn where they belong", () => {
  const full = spread(
    Array.from({ length: 3 }, () => ({ x: 10, y: 10, radius: 9 })),
    { width: 20, height: 20 },
  );
  expect(full).toEqual(Array.from({ length: 3 }, () => ({ x: 10, y: 10 })));
});
