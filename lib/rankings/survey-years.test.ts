import { expect, test } from "vitest";
import { surveyYearOf, surveyYearsText } from "./survey-years";

test("the newest federal survey dates a place's answers; other sources do not", () => {
  const sheets = [
    { source: "samhsa", asOf: "2022-01-01" },
    { source: "samhsa", asOf: "2023-01-01" },
    { source: "staff", asOf: "2026-08-21" },
  ] as const;
  expect(surveyYearOf(sheets)).toBe(2023);
  expect(surveyYearOf(sheets.slice(2))).toBeNull();
});

test.each([
  [[2023, 2023, null], "2023"],
  [[2023, 2022], "2022–2023"],
  [[null], null],
])("a list with answers of %j says %s", (years, text) => {
  expect(surveyYearsText(years.map((surveyYear) => ({ surveyYear })))).toBe(text);
});
