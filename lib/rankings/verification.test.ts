import { expect, test } from "vitest";
import { compareFigures } from "./verification";

test("figures match to the last digit, whatever the order of their keys", () => {
  const stored = { prior: 0.1 + 0.2, "a: criterion cbt": { value: "yes", points: 3 } };
  expect(compareFigures(stored, { "a: criterion cbt": { points: 3, value: "yes" }, prior: 0.1 + 0.2 })).toEqual([]);
  expect(compareFigures(stored, { ...stored, prior: 0.3 })).toEqual([
    { figure: "prior", stored: 0.30000000000000004, recomputed: 0.3 },
  ]);
});

test("what only one side has is a difference too", () => {
  expect(compareFigures({ "a: rank": 1 }, { "b: rank": 1 })).toEqual([
    { figure: "a: rank", stored: 1, recomputed: undefined },
    { figure: "b: rank", stored: undefined, recomputed: 1 },
  ]);
});
