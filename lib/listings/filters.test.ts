import { expect, test } from "vitest";
import { factsMatch, filtersQuery, parseFilters } from "./filters";
import type { KeyFacts } from "./key-facts";

const nothing = parseFilters({});

test("an address without parameters asks for everything, by rank, from the first page", () => {
  expect(nothing).toEqual({
    text: "",
    kind: null,
    medication: null,
    mediCal: false,
    spanish: false,
    sort: "rank",
    page: 1,
  });
  expect(filtersQuery(nothing)).toBe("");
});

test("what the address says wrong is ignored", () => {
  const params = { kind: "castle", medication: "sugar", medical: "yes", sort: "money", page: "-3", q: ["a", "b"] };
  expect(parseFilters(params)).toEqual({ ...nothing, text: "a" });
  expect(parseFilters({ q: "x".repeat(500) }).text).toHaveLength(80);
  expect(parseFilters({ q: "\u0000long\u0000beach\n" }).text).toBe("long beach");
});

test("an address made from filters reads back as the same filters", () => {
  const filters = parseFilters({
    q: "Long Beach & more",
    kind: "residential",
    medication: "methadone",
    medical: "1",
    spanish: "1",
    sort: "name",
    page: "3",
  });
  expect(parseFilters(Object.fromEntries(new URLSearchParams(filtersQuery(filters))))).toEqual(filters);
});

test("silence about Medi-Cal does not satisfy a search for Medi-Cal", () => {
  const facts: KeyFacts = {
    medications: { methadone: "yes", buprenorphine: "no", naltrexone: "unknown" },
    levels: [],
    mediCal: "unknown",
    spanish: "yes",
  };
  expect(factsMatch({ ...nothing, mediCal: true }, facts)).toBe(false);
  expect(factsMatch({ ...nothing, medication: "methadone", spanish: true }, facts)).toBe(true);
  expect(factsMatch({ ...nothing, medication: "naltrexone" }, facts)).toBe(false);
});
