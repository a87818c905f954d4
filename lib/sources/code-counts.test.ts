import { expect, test } from "vitest";
import { HOUSE_BOOK } from "./code-book";
import { byAttribute, countRow, mayBeAsked, noCounts, strangeCounts, type CodeCounts } from "./code-counts";

const counts = (rows: number, codes: Record<string, number>): CodeCounts => ({ rows, codes });
const strange = (here: CodeCounts, there: CodeCounts) => strangeCounts(here, "2024", there).map(({ code }) => code);

test("rows of the whole file are counted, each code once a row, and mental health's not", () => {
  const tally = noCounts();
  countRow(tally, { service_code_info: "SA * BU BU" });
  countRow(tally, { service_code_info: "SA" });
  countRow(tally, { service_code_info: "MH BU", directory_type: "mental" });
  expect(tally).toEqual({ rows: 2, codes: { SA: 2, BU: 1 } });
});

test.each([
  ["nearly gone", counts(12_744, { SNR: 3 }), counts(12_205, { SNR: 3_806 }), ["SNR"]],
  ["gone", counts(300, {}), counts(306, { BU: 188 }), ["BU"]],
  ["suddenly everywhere", counts(306, { NOOP: 280 }), counts(306, { NOOP: 32 }), ["NOOP"]],
  ["no longer at nearly all", counts(1_000, { ADLT: 640 }), counts(1_000, { ADLT: 985 }), ["ADLT"]],
  ["of half a file", counts(6_100, { BU: 3_500 }), counts(12_205, { BU: 7_095 }), []],
  ["a little rarer", counts(1_000, { BU: 400 }), counts(1_000, { BU: 580 }), []],
  ["rare in both", counts(1_000, { F43: 1 }), counts(1_000, { F43: 6 }), []],
  ["new", counts(1_000, { NEW: 900 }), counts(1_000, {}), []],
  ["of a handful of rows", counts(2, { BU: 2 }), counts(2, { NU: 2 }), []],
])("a code that is %s", (_, here, there, codes) => {
  expect(strange(here, there)).toEqual(codes);
});

test("a renamed code is compared with what it was", () => {
  const then = byAttribute(counts(100, { BUM: 50, ULC: 40 }), { origin: "rows", categories: { OT: ["BUM", "ULC"] } });
  expect(then.codes).toEqual({ BUM: 50, DLC: 40 });
  expect(byAttribute(counts(100, { ULC: 1, DLC: 9 }), HOUSE_BOOK).codes).toEqual({ ULC: 1, DLC: 9 });
});

test("what an edition did not ask about is not missed", () => {
  expect(mayBeAsked("BU", { origin: "file", categories: { OM: ["MU"] } })).toBe(false);
  expect(mayBeAsked("BU", { origin: "file", categories: { OM: ["BU"] } })).toBe(true);
  expect(mayBeAsked("BU", { origin: "rows", categories: {} })).toBe(true);
});
