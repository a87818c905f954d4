import { expect, test } from "vitest";
import { median, p95, table } from "./figures";

test("median and 95th percentile are values that were measured", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1).toReversed();
  expect([median(hundred), p95(hundred), median([7]), p95([7])]).toEqual([50, 95, 7, 7]);
});

test("a table lines its figures up at the right", () => {
  expect(
    table([
      ["what", "ms"],
      ["a", "12.5"],
    ]),
  ).toBe("what    ms\na     12.5");
});
