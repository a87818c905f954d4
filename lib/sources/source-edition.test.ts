import { expect, test } from "vitest";
import { editionDate } from "./source-edition";

test("SAMHSA's edition prints the survey of the year before", () => {
  expect(editionDate("samhsa", "2024")).toEqual({ asOf: "2023-01-01", precision: "year" });
});

test("the state's list is as of the day it was retrieved", () => {
  expect(editionDate("dhcs", "2026-08-21")).toEqual({ asOf: "2026-08-21", precision: "day" });
});

test("what is stated counts more than what the edition tells", () => {
  expect(editionDate("samhsa", "2024", "2023-06-30")).toEqual({ asOf: "2023-06-30", precision: "day" });
  expect(editionDate("dhcs", "summer", "2026")).toEqual({ asOf: "2026-01-01", precision: "year" });
  expect(editionDate("dhcs", "summer", "8/21/2026")).toEqual({ asOf: "2026-08-21", precision: "day" });
});

test.each([
  ["dhcs", "summer", undefined],
  ["samhsa", "2024", "2024-02-30"],
  ["samhsa", "v2", undefined],
  ["samhsa", "2190", undefined],
  ["dhcs", "2190-01-01", undefined],
  ["samhsa", "2024", "2190"],
] as const)("%s %s as of %s is no date that has come, and the words say what to do", (source, edition, stated) => {
  expect(() => editionDate(source, edition, stated)).toThrow(/--as-of YYYY/);
});
