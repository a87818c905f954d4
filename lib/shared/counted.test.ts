import { expect, test } from "vitest";
import { counted } from "./counted";

test.each([
  [0, "0 rows"],
  [1, "1 row"],
  [2, "2 rows"],
  [12_205, "12,205 rows"],
])("%d in words", (count, words) => expect(counted(count, "row")).toBe(words));

test("a word without an s has its own plural", () => {
  expect([1, 3].map((count) => counted(count, "entry", "entries"))).toEqual(["1 entry", "3 entries"]);
});
