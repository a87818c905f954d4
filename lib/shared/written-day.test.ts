import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysAfter, formatDay } from "./dates";
import { LOCALES } from "./i18n";
import { readDay } from "./written-day";

const TODAY = "2026-11-30";
const read = (text: string) => {
  const written = readDay(text, TODAY);
  return "day" in written ? written.day : written.problem;
};

test.each([
  ["2026-08-21", "2026-08-21"],
  [" 2026/8/21 ", "2026-08-21"],
  ["20260821", "2026-08-21"],
  ["8/21/2026", "2026-08-21"],
  ["21/8/2026", "2026-08-21"],
  ["08-21-26", "2026-08-21"],
  ["8.8.2026", "2026-08-08"],
  ["Aug 21, 2026", "2026-08-21"],
  ["Friday, August 21st, 2026", "2026-08-21"],
  ["fri 21 aug 26", "2026-08-21"],
  ["21 de agosto de 2026", "2026-08-21"],
  ["miércoles 2 de septiembre del 2026", "2026-09-02"],
  ["2 set 2026", "2026-09-02"],
  ["21-ago-2026", "2026-08-21"],
  ["Today", TODAY],
  ["ayer", "2026-11-29"],
  ["mañana", "2026-12-01"],
  ["mar 3 2026", "2026-03-03"],
  // Either could be the month.
  ["8/11/2026", "ambiguous"],
  ["11-8-26", "ambiguous"],
  ["", "unreadable"],
  ["soon", "unreadable"],
  ["2026", "unreadable"],
  ["Aug 2026", "unreadable"],
  ["Aug 21", "unreadable"],
  ["Aug Sep 21 2026", "unreadable"],
  ["2026-02-30", "unreadable"],
  ["31/4/2026", "unreadable"],
  ["13/13/2026", "unreadable"],
  ["Aug 21, 206", "unreadable"],
  ["2026-08-21T10:00", "unreadable"],
  ["a".repeat(100_000), "unreadable"],
])("reads %j as %s", (text, day) => {
  expect(read(text)).toBe(day);
});

describe("every day", () => {
  const days = fc.integer({ min: 0, max: 60_000 }).map((count) => daysAfter("1950-01-01", count));

  test.each(LOCALES)("is read as the site prints it (%s)", (locale) => {
    fc.assert(
      fc.property(days, (day) => {
        expect(read(formatDay(locale, day))).toBe(day);
      }),
    );
  });

  test("is read in numbers as it is meant, or not at all", () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year, month, date] = day.split("-").map(Number) as [number, number, number];
        for (const written of [`${month}/${date}/${year}`, `${date}/${month}/${year}`])
          expect([day, "ambiguous"]).toContain(read(written));
        expect(read(`${year}-${month}-${date}`)).toBe(day);
      }),
    );
  });
});
