import fc from "fast-check";
import { expect, test } from "vitest";
import { slipsBetween, slipsOf } from "./likeness";

test.each([
  ["doctor", "dolor"],
  ["doctor", "dolores"],
  ["center", "senior"],
  ["rehab", "relax"],
  ["banana", "baldwin"],
  ["son", "con"],
  ["shot", "short"],
  ["silent", "listen"],
  ["detoxes", "testdoe"],
  ["glendora", "glendale"],
])("%s is no slip of %s", (typed, word) => {
  expect(slipsBetween(typed, word)).toBe(Infinity);
});

test.each([
  ["herion", "heroin"],
  ["pasedena", "pasadena"],
  ["metadonna", "metadona"],
  ["buprenorfin", "buprenorphine"],
  ["kaisr", "kaiser"],
  ["taranza", "tarzana"],
  ["suboxneo", "suboxone"],
])("%s is a slip of %s", (typed, word) => {
  expect(slipsBetween(typed, word)).toBeLessThanOrEqual(2);
});

const word = fc.stringMatching(/^[a-z]{6,12}$/);
const letter = fc.stringMatching(/^[a-z]$/);

test("one letter wrong, missing, too many, or two swapped, anywhere behind the first, is one slip at most", () => {
  fc.assert(
    fc.property(word, fc.nat(), letter, (meant, place, other) => {
      const at = 1 + (place % (meant.length - 2));
      const typed = [
        meant.slice(0, at) + other + meant.slice(at + 1),
        meant.slice(0, at) + meant.slice(at + 1),
        meant.slice(0, at) + other + meant.slice(at),
        meant.slice(0, at) + meant[at + 1] + meant[at] + meant.slice(at + 2),
      ];
      for (const each of typed) expect([each, slipsBetween(each, meant) <= 1]).toEqual([each, true]);
    }),
  );
});

test("of several words the likest count, and of unlike ones none", () => {
  expect(slipsOf("docter", ["dolor", "doctor", "doctors", "center"])).toEqual(["doctor", "doctors"]);
  expect(slipsOf("mortgage", ["montage", "morgan"])).toEqual([]);
  fc.assert(
    fc.property(word, fc.array(word), (typed, words) => {
      for (const used of slipsOf(typed, words)) expect(slipsBetween(typed, used)).toBeLessThanOrEqual(2);
    }),
  );
});
