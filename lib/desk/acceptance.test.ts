import fc from "fast-check";
import { expect, test } from "vitest";
import { CORRECTION_TOPICS } from "@/lib/corrections/correction-fields";
import { CORRECTED_FIELDS } from "@/lib/corrections/corrected-fields";
import type { Fact } from "@/lib/facts/facts";
import { LISTING_FIELDS, type ListingValues } from "@/lib/listings/schema";
import { aboutOf, changesBetween, isEdited, TYPED_FIELDS, withTyped } from "./acceptance";

const NOTHING = new Map<string, Fact>();
const valuesOf = fc.record(
  Object.fromEntries(LISTING_FIELDS.map((field) => [field, fc.constantFrom("", "a", "b\nc")])),
) as unknown as fc.Arbitrary<ListingValues>;

test("every report stands beside something that is open", () => {
  for (const topic of CORRECTION_TOPICS) {
    const { parts, facts } = aboutOf(topic);
    expect(parts.length + facts.length).toBeGreaterThan(0);
  }
});

test("a form that comes back as it was sent changes nothing, however the browser ends its lines", () => {
  fc.assert(
    fc.property(valuesOf, (values) => {
      const sent = Object.fromEntries(
        Object.entries(values).map(([name, text]) => [name, text.replaceAll("\n", "\r\n")]),
      );
      expect(isEdited(values, sent)).toBe(false);
      expect(isEdited(values, {})).toBe(false);
    }),
  );
});

test("only the fields beside a report are taken from its form", () => {
  fc.assert(
    fc.property(valuesOf, valuesOf, (values, typed) => {
      const to = withTyped(values, typed);
      for (const field of LISTING_FIELDS)
        expect(to[field]).toBe(TYPED_FIELDS.some((each) => each === field) ? typed[field] : values[field]);
    }),
  );
});

test("what differs is logged once each, the position as one and without numbers, and hidden old values nowhere", () => {
  fc.assert(
    fc.property(valuesOf, valuesOf, fc.boolean(), (was, is, hidesOld) => {
      const changes = changesBetween({ values: was, facts: NOTHING }, { values: is, facts: NOTHING }, [], hidesOld);
      const names = changes.map(({ name }) => name);
      const differing = TYPED_FIELDS.filter((field) => was[field] !== is[field]);
      const expected = differing.map((field) => (field === "latitude" || field === "longitude" ? "position" : field));
      expect(names).toEqual([...new Set(expected)]);
      expect(CORRECTED_FIELDS).toEqual(expect.arrayContaining(names));
      expect(changes.every((change) => !hidesOld || change.was === null)).toBe(true);
      expect(changes.every(({ name, is: now }) => (name === "position") === (now === null))).toBe(true);
    }),
  );
});

test("an answer is logged when it changes what counts", () => {
  const fact = (value: Fact["value"]): ReadonlyMap<string, Fact> =>
    new Map([["BU", { attribute: "BU", value, source: "staff", asOf: "2026-11-20", asOfPrecision: "day" }]]);
  const values = Object.fromEntries(LISTING_FIELDS.map((field) => [field, ""])) as ListingValues;
  const between = (before: ReadonlyMap<string, Fact>, after: ReadonlyMap<string, Fact>) =>
    changesBetween({ values, facts: before }, { values, facts: after }, ["BU", "BU"], false);
  expect(between(NOTHING, fact("unknown"))).toEqual([]);
  expect(between(fact("yes"), fact("yes"))).toEqual([]);
  expect(between(NOTHING, fact("no"))).toEqual([{ of: "fact", name: "BU", was: "unknown", is: "no" }]);
});
