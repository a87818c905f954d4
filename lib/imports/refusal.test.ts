import { expect, test } from "vitest";
import { fewerListings, refuseFewer } from "./refusal";
import type { ImportRequest } from "./types";

const request: ImportRequest = {
  file: "rows.csv",
  source: "dhcs",
  edition: "2026-10-21",
  county: null,
  date: { asOf: "2026-10-21", precision: "day" },
  dryRun: false,
};
const before = (places: number) => ({ edition: "2026-09-21", places });

test.each([
  [305, 275, false],
  [305, 274, true],
  [20, 18, false],
  [20, 17, true],
  [10, 9, false],
  [1, 1, false],
  [2, 1, true],
  [10, 30, false],
])("of %i places, %i are over a tenth fewer: %s", (places, now, isFewer) => {
  expect(fewerListings(before(places), now) !== null).toBe(isFewer);
});

test("the first edition has none before it", () => {
  expect(fewerListings(null, 1)).toBeNull();
});

test("many fewer places are refused with the rows that may be why, and taken when that is confirmed", () => {
  const fewer = fewerListings(before(20), 12);
  const refused = Array.from({ length: 8 }, (_, index) => ({ line: index + 2, reason: "it is so" }));
  const words = /12 places.*2026-09-21.*20.*--confirm.*refused: 8\.\n {2}line 2: it is so[^]*\n {2}and 3 more$/;
  expect(() => refuseFewer(request, fewer, refused)).toThrow(words);
  expect(() => refuseFewer(request, fewer, [])).toThrow(/over a tenth fewer.*download it again\.$/);
  for (const each of [{ confirm: true }, { dryRun: true }])
    expect(() => refuseFewer({ ...request, ...each }, fewer, refused)).not.toThrow();
});
