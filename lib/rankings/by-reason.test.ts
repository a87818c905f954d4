import { expect, test } from "vitest";
import type { GateReason } from "./gates";
import { NOT_RANKED_PER_PAGE } from "./list-pages";
import { byReason, notRankedPart } from "./by-reason";
import type { ExcludedListing } from "./types";

const placesOf = (reason: GateReason, count: number) =>
  Array.from({ length: count }, (_, at) => ({ reason, detail: `${at}` }) as ExcludedListing);

const places = [
  ...placesOf("does_not_treat_opioid_use_disorder", 3),
  ...placesOf("not_surveyed", NOT_RANKED_PER_PAGE + 5),
  ...placesOf("closed", 2),
];

test("what is not ranked stands by reason, those that treat nobody last, and every place once", () => {
  const groups = byReason(places);
  expect(groups.map((group) => [group.reason, group.places.length])).toEqual([
    ["closed", 2],
    ["not_surveyed", NOT_RANKED_PER_PAGE + 5],
    ["does_not_treat_opioid_use_disorder", 3],
  ]);
});

test("a reason begins on the page that it names", () => {
  const groups = byReason(places);
  for (const { page, places: own } of groups) expect(notRankedPart(places, page)?.entries).toContain(own[0]);
  expect(groups.map(({ page }) => page)).toEqual([1, 1, 2]);
});
