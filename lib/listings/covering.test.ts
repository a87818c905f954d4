import { expect, test } from "vitest";
import { newestCovering } from "./covering";

const of = (asOf: string, county = "Los Angeles") => ({ asOf, county, asOfPrecision: "day" as const });

test("the newest edition of the county or of all counties covers it", () => {
  const editions = [of("2024-01-01"), of("2025-01-01"), of("2026-01-01", "Orange")];
  expect(newestCovering("Los Angeles", editions)).toEqual(of("2025-01-01"));
  expect(newestCovering("Los Angeles", [...editions, of("2026-08-21", "")])).toEqual(of("2026-08-21", ""));
});

test("a county that no edition covers, or that is not known, has none", () => {
  expect([newestCovering("Kern", [of("2024-01-01")]), newestCovering(null, [of("2024-01-01")])]).toEqual([null, null]);
});
