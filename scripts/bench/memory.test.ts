import { expect, test } from "vitest";
import { growth } from "./memory";

test("growth is the highest above the first, wherever it stands", () => {
  expect(growth([100, 125, 110])).toBeCloseTo(0.25);
  expect(growth([100, 90, 80])).toBe(0);
});

test("what was never measured is not flat", () => {
  expect(growth([]) <= 0.1).toBe(false);
});
