import { expect, test } from "vitest";
import { presenceOf } from "./presence";

const day = new Date("2026-11-01");

test.each([
  ["published", null, "open"],
  ["published", day, "closed"],
  ["archived", null, "gone"],
  ["archived", day, "gone"],
  ["draft", null, "gone"],
  ["draft", day, "gone"],
] as const)("a place that is %s, with the closing day %s, is %s", (status, closedOn, presence) => {
  expect(presenceOf({ status, closedOn })).toBe(presence);
});
