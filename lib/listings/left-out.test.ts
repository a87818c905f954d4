import { expect, test } from "vitest";
import { leftOutOf } from "./left-out";

const edition = (asOf: string, county = "Los Angeles") => ({ county, asOf, asOfPrecision: "year" as const });
const survey = (asOf: string) => ({ source: "samhsa" as const, asOf });
const staff = { source: "staff" as const, asOf: "2026-01-01" };
const [older, newer] = [edition("2022-01-01"), edition("2023-01-01")];

test("a place that the newest edition of its county names is in the directory", () => {
  expect(leftOutOf("Los Angeles", [survey("2022-01-01"), survey("2023-01-01")], [older, newer])).toBeNull();
  expect(leftOutOf("Los Angeles", [survey("2023-01-01")], [newer, edition("2024-01-01", "Orange")])).toBeNull();
  expect(leftOutOf("Los Angeles", [], [])).toBeNull();
});

test("a place that staff made is none of the directory's", () => {
  expect(leftOutOf("Los Angeles", [staff], [newer])).toBeNull();
});

test("a place that only an older edition names is left out, whatever staff say of it", () => {
  expect(leftOutOf("Los Angeles", [survey("2022-01-01"), staff], [older, newer])).toEqual(newer);
  expect(leftOutOf("Los Angeles", [survey("2023-01-01")], [newer, edition("2024-01-01", "")])).toEqual(
    edition("2024-01-01", ""),
  );
});
