import { expect, test } from "vitest";
import { messagesOf } from "@/lib/shared/i18n";
import { attributeLabel, categoryLabel, FACT_TOPICS } from "./attribute-labels";
import { ATTRIBUTES } from "./attributes";
import { groupFacts } from "./fact-groups";
import { resolveFacts, type FactSheetView } from "./facts";

const survey: FactSheetView = {
  source: "samhsa",
  asOf: "2023-01-01",
  asOfPrecision: "year",
  yes: ["BU", "MD"],
  no: ["MU", "NU"],
  unknown: [],
};
const staff: FactSheetView = { ...survey, source: "staff", asOf: "2026-08-01", yes: ["MU"], no: [] };

test("every attribute of the code book stands in exactly one topic, answered or not", () => {
  const shown = groupFacts(new Map()).flatMap(({ categories }) => categories.flatMap(({ facts }) => facts));
  expect(shown.map(({ attribute }) => attribute).sort()).toEqual([...ATTRIBUTES.keys()].sort());
  expect(shown.every(({ value }) => value === "unknown")).toBe(true);
});

test("a source is said once where all answers of a topic share it, and not where they differ", () => {
  const sourceOf = (sheets: FactSheetView[]) => groupFacts(resolveFacts(sheets))[0]?.sharedSource;
  expect(sourceOf([survey])).toMatchObject({ source: "samhsa", asOf: "2023-01-01" });
  expect(sourceOf([survey, staff])).toBeNull();
  expect(sourceOf([])).toBeNull();
});

test("counts add up to the attributes of the topic", () => {
  const [medication] = groupFacts(resolveFacts([survey, staff]));
  expect(medication?.counts).toMatchObject({ yes: 2, no: 1 });
  expect(Object.values(medication?.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(
    medication?.categories.flatMap(({ facts }) => facts).length,
  );
});

test("every code and category of the book has words in both languages", () => {
  const categories = FACT_TOPICS.flatMap((topic) => [...topic.categories] as string[]);
  for (const locale of ["en", "es"] as const) {
    expect(Object.keys(messagesOf(locale).attributes.codes).sort()).toEqual([...ATTRIBUTES.keys()].sort());
    expect(categories.filter((category) => categoryLabel(locale, category) === category)).toEqual([]);
  }
  expect(attributeLabel("en", "NEW1")).toBe("NEW1");
});
