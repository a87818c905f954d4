import { expect, test } from "vitest";
import { positionOf } from "./position";

const hollywood = { latitude: 34.0983, longitude: -118.3267 };

test("a license at the address gives the exact position", () => {
  expect(positionOf("90028", [hollywood])).toEqual({ ...hollywood, source: "dhcs" });
});

test("without one the middle of the ZIP stands in, and says so", () => {
  const position = positionOf("90028", []);
  expect(position?.source).toBe("zip_centroid");
  expect(position?.latitude).toBeCloseTo(34.1, 1);
});

test("coordinates far outside the ZIP are not believed", () => {
  expect(positionOf("92065", [{ latitude: 34.036819, longitude: -118.686154 }])?.source).toBe("zip_centroid");
});

test("a ZIP without an area has no position", () => {
  expect(positionOf("93102", [])).toBeNull();
});
