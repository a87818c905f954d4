import { expect, test } from "vitest";
import { AREAS } from "./areas";
import { overviewOf } from "./overview";

const at = (latitude: number, longitude: number, isApproximate = false) => ({
  position: { latitude, longitude, isApproximate },
});

test("every place of an area is a dot, in the path of what is known of it", () => {
  const { dots } = overviewOf([at(34.05, -118.25), at(34.06, -118.26), at(34.7, -118.14, true), { position: null }]);
  expect([dots.exact, dots.approximate].map((path) => path.match(/M/g)?.length)).toEqual([2, 1]);
});

test("each area's name stands in its rectangle, and every rectangle is large enough to tap on a phone", () => {
  const { areas, width, height } = overviewOf([]);
  expect(areas.map(({ key }) => key)).toEqual(AREAS.map(({ key }) => key));
  for (const { key, x, y, width: wide, height: high, name } of areas) {
    expect([key, name.x > x && name.x < x + wide, name.y > y && name.y < y + high]).toEqual([key, true, true]);
    expect([key, x >= 0 && x + wide <= width && y >= 0]).toEqual([key, true]);
    // On the narrowest drawing of a phone of 360 pixels, which is 328 wide.
    expect([key, Math.min(wide, high) * (328 / width) >= 40]).toEqual([key, true]);
  }
  expect(Math.max(...areas.map(({ y, height: high }) => y + high))).toBeLessThanOrEqual(height + 40);
});
