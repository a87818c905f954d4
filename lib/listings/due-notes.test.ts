import { describe, expect, test } from "vitest";
import { dueOf, lastDayOf } from "./due-notes";

const TODAY = "2026-11-30";
const license = { isLicensed: true, isCertified: false, settingCode: "RES", asOf: "2026-08-21" };
const answered = (asOf: string, source: "samhsa" | "staff" | "dhcs" = "samhsa") => ({
  source,
  asOf,
  asOfPrecision: "year" as const,
  yes: ["MD"],
  no: [],
  unknown: [],
});
const place = { licenses: [], stateListAsOf: "2026-08-21", sheets: [] };
const ending = (...days: (string | null)[]) => ({
  ...place,
  licenses: days.map((expiresOn) => ({ ...license, expiresOn })),
});

describe("a license", () => {
  test.each([
    ["2026-11-30", [{ what: "licenseEnds", on: "2026-11-30" }]],
    ["2027-01-29", [{ what: "licenseEnds", on: "2027-01-29" }]],
    ["2027-01-30", []],
    [null, []],
    ["2026-11-29", [{ what: "licenseEnded", on: "2026-11-29", listDay: "2026-08-21" }]],
  ])("that ends on %s is due so", (expiresOn, due) => {
    expect(dueOf(ending(expiresOn), null, TODAY)).toEqual(due);
  });

  test("counts by the one that ends last", () => {
    expect(dueOf(ending("2026-12-05", "2028-01-01"), null, TODAY)).toEqual([]);
    expect(dueOf(ending("2026-10-05", "2026-12-05"), null, TODAY)).toEqual([{ what: "licenseEnds", on: "2026-12-05" }]);
    expect(lastDayOf(ending("2026-12-05", null).licenses, TODAY)).toBeNull();
    expect(lastDayOf([], TODAY)).toBeNull();
  });

  test("is not due where none was found: that is no date", () => {
    expect(dueOf(place, null, TODAY)).toEqual([]);
  });
});

test("a report that waits is due with its day", () => {
  expect(dueOf(place, "2026-11-12", TODAY)).toEqual([{ what: "reported", on: "2026-11-12" }]);
});

describe("answers", () => {
  test.each([
    ["2023-01-01", true],
    ["2024-12-31", true],
    ["2025-01-01", false],
  ])("of %s are old: %s", (asOf, isOld) => {
    expect(dueOf({ ...place, sheets: [answered(asOf)] }, null, TODAY).length > 0).toBe(isOld);
  });

  test("are as old as the newest of them, and the state's list answers no survey", () => {
    const older = answered("2023-01-01");
    expect(dueOf({ ...place, sheets: [older, answered("2026-05-01", "staff")] }, null, TODAY)).toEqual([]);
    expect(dueOf({ ...place, sheets: [older, answered("2026-05-01", "dhcs")] }, null, TODAY)).toMatchObject([
      { what: "oldAnswers", newest: { source: "samhsa", asOf: "2023-01-01" } },
    ]);
  });
});
