import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchParamsToUrlQuery } from "next/dist/shared/lib/router/utils/querystring";
import { LOCALES, messagesOf } from "@/lib/shared/i18n";
import { ATTRIBUTES } from "@/lib/facts/attributes";
import { codesOf, groupLabel, optionLabel } from "@/lib/facts/filter-labels";
import { FACT_GROUPS, FILTER_GROUPS, optionsOf, type FilterGroup } from "@/lib/facts/filter-options";
import {
  countChosen,
  filterPairs,
  filtersQuery,
  MAX_TEXT_LENGTH,
  NO_FILTERS,
  parseFilters,
  WORDINGS,
  type ListingFilters,
} from "./filters";
import { SORTS, writeCursor, type Cursor } from "./search-cursor";

/** Parameters as the framework hands them over. */
function paramsOf(query: string) {
  return searchParamsToUrlQuery(new URLSearchParams(query));
}

const cursorKeys = fc.oneof(
  fc.record({ sort: fc.constant("rank" as const), number: fc.integer({ min: 1, max: 2 ** 31 - 1 }) }),
  fc.record({
    sort: fc.constant("distance" as const),
    number: fc.option(fc.double({ min: 0, max: 13e6, noNaN: true }).map((meters) => meters + 0)),
  }),
  fc.record({
    sort: fc.constant("best" as const),
    number: fc.option(fc.double({ min: 0, max: 2 ** 33, noNaN: true }).map((number) => number + 0)),
  }),
  fc.record({ sort: fc.constant("name" as const), number: fc.constant(null) }),
);
const cursors: fc.Arbitrary<Cursor> = fc
  .tuple(
    fc.constantFrom("next" as const, "previous" as const),
    cursorKeys,
    fc.stringMatching(/^[a-z0-9 é]{1,80}$/),
    fc.record({ saidNo: fc.boolean(), treatsOpioids: fc.boolean() }),
  )
  .map(([direction, keys, name, part]) => ({ direction, ...keys, name, ...part }));

const choices = FILTER_GROUPS.map((group) => [group, fc.subarray<string>([...optionsOf(group)])]);
const anyFilters = fc.record({
  ...(Object.fromEntries(choices) as { [Group in FilterGroup]: fc.Arbitrary<ListingFilters[Group]> }),
  text: fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => parseFilters({ q: text }).filters.text),
  near: fc.oneof(fc.constantFrom(null, "Boyle Heights", "9003"), fc.stringMatching(/^[0-9]{5}$/)),
  words: fc.constantFrom(null, ...WORDINGS),
  sort: fc.constantFrom(null, ...SORTS),
  includeUnknown: fc.boolean(),
  after: fc.option(cursors),
});

describe("a URL", () => {
  test("without parameters asks for everything, and nothing to ask for is an empty URL", () => {
    expect(parseFilters({})).toEqual({ filters: NO_FILTERS, ignored: [] });
    expect(filtersQuery(NO_FILTERS)).toBe("");
  });

  test("made from filters reads back as the same filters, with nothing ignored", () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        expect(parseFilters(paramsOf(filtersQuery(filters)))).toEqual({ filters, ignored: [] });
      }),
    );
  });

  test("may say anything without an error, and reads the same once it is written down", () => {
    const values = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("methadone", "include", "\0", "90012", "';--"),
    );
    const names = fc.oneof(
      fc.string(),
      fc.constantFrom("q", "near", "after", "kind", "payment", "unknown", "__proto__"),
    );
    fc.assert(
      fc.property(fc.dictionary(names, fc.oneof(values, fc.array(values, { maxLength: 30 }))), (params) => {
        const { filters, ignored } = parseFilters(params);
        expect(parseFilters(paramsOf(filtersQuery(filters)))).toEqual({ filters, ignored: [] });
        expect(ignored.length).toBeLessThanOrEqual(6);
        for (const { name, value } of ignored) expect(Array.from(`${name}${value}`).length).toBeLessThanOrEqual(82);
      }),
    );
  });

  test("names what it says wrong and keeps the rest", () => {
    const params = {
      kind: ["castle", "hospital"],
      medical: "1",
      near: "9001",
      sort: "money",
      q: ["a", "b"],
      after: "zzz",
    };
    const { filters, ignored } = parseFilters(params);
    // The search itself says what it does not know of a place.
    expect(filters).toEqual({ ...NO_FILTERS, kind: ["hospital"], text: "a", near: "9001" });
    expect(ignored).toEqual([
      { name: "medical", value: null },
      { name: "kind", value: "castle" },
      { name: "q", value: "b" },
      { name: "sort", value: "money" },
      { name: "after", value: "zzz" },
    ]);
  });

  test.each(["toString", "constructor", "hasOwnProperty", "valueOf", "__defineGetter__", "then"])(
    "with the parameter %s, which any object has, names it like any other unknown one",
    (name) => {
      expect(parseFilters(paramsOf(`${name}=1&q=long+beach&${name}=2`))).toEqual({
        filters: { ...NO_FILTERS, text: "long beach" },
        ignored: [{ name, value: null }],
      });
    },
  );

  test("with the parameter __proto__ says nothing by it", () => {
    expect(parseFilters(paramsOf("__proto__=1&kind=hospital&__proto__=2"))).toEqual({
      filters: { ...NO_FILTERS, kind: ["hospital"] },
      ignored: [],
    });
  });

  test.each([{ access: ["telehealth", "on-medication"] }, { keeping: "on-medication", access: "telehealth" }])(
    "from when keeping a medication was one option (%j) asks for either medication all the same",
    (params) => {
      const { filters, ignored } = parseFilters(params);
      expect(ignored).toEqual([]);
      expect(filters).toEqual({ ...NO_FILTERS, keeping: ["on-methadone", "on-buprenorphine"], access: ["telehealth"] });
    },
  );

  test("cuts a long text, takes out control characters, and has no use for signs alone", () => {
    expect(parseFilters({ q: "x".repeat(500) }).filters.text).toHaveLength(MAX_TEXT_LENGTH);
    expect(parseFilters({ q: "x".repeat(500) }).ignored).toHaveLength(1);
    expect(parseFilters({ q: "\0long\0beach\n" }).filters.text).toBe("long beach");
    expect(parseFilters({ q: "%_--" })).toEqual({ filters: NO_FILTERS, ignored: [{ name: "q", value: "%_--" }] });
  });

  test("has a place as it was typed, cut to what the field takes, and of ZIP+4 the five digits", () => {
    expect(parseFilters({ near: " 90033-1234 " }).filters.near).toBe("90033");
    expect(parseFilters({ near: "Boyle  Heights\0" }).filters.near).toBe("Boyle Heights");
    expect(parseFilters({ near: "90O33" }).filters.near).toBe("90O33");
    expect(parseFilters({ near: "x".repeat(500) }).filters.near).toHaveLength(60);
    expect(parseFilters({ near: "--" })).toEqual({ filters: NO_FILTERS, ignored: [{ name: "near", value: "--" }] });
  });

  test("holds a cursor only when it was written by the search", () => {
    const cursor: Cursor = {
      direction: "next",
      sort: "rank",
      number: 3,
      name: "alpha alpha",
      saidNo: false,
      treatsOpioids: true,
    };
    const after = writeCursor(cursor);
    expect(parseFilters({ after }).filters.after).toEqual(cursor);
    const forged = [
      ["next", "rank", "3", "x", false],
      ["up", "rank", 3, "x", false],
      ["next", "rank", 3, "\0", false],
      ["next", "rank", 3, "x"],
      { length: 5 },
      null,
    ];
    for (const content of forged)
      expect(
        parseFilters({ after: Buffer.from(JSON.stringify(content)).toString("base64url") }).filters.after,
      ).toBeNull();
  });

  test("repeats a parameter for several options of a group", () => {
    const filters: ListingFilters = { ...NO_FILTERS, payment: ["medi-cal", "free"], text: "a&b" };
    expect(filterPairs(filters)).toEqual([
      ["q", "a&b"],
      ["payment", "medi-cal"],
      ["payment", "free"],
    ]);
    expect(countChosen(filters)).toBe(2);
  });
});

describe("an option", () => {
  const all = FILTER_GROUPS.flatMap((group) => optionsOf(group).map((option) => ({ group, option })));

  test.each(LOCALES)("and its group have words of their own in %s", (locale) => {
    for (const group of FILTER_GROUPS) {
      const labels = optionsOf(group).map((option) => optionLabel(locale, group, option));
      expect(new Set(labels).size).toBe(labels.length);
      for (const label of [...labels, groupLabel(locale, group)]) expect(label).toMatch(/^\p{L}.{2,}/u);
    }
    expect(Object.keys(messagesOf(locale).filters.groups).toSorted()).toEqual([...FILTER_GROUPS].toSorted());
  });

  test("about facts is made of codes of the code book", () => {
    for (const { group, option } of all.filter((each) => FACT_GROUPS.some((fact) => fact === each.group))) {
      expect(codesOf(group, option).length).toBeGreaterThan(0);
      for (const code of codesOf(group, option)) expect(ATTRIBUTES.has(code)).toBe(true);
    }
  });

  test("stands in a URL as lower-case words", () => {
    for (const { option } of all) expect(option).toMatch(/^[a-z]+([-_][a-z]+)*$/);
  });
});
