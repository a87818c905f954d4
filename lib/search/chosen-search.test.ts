import { expect, test } from "vitest";
import { isChosenSearch } from "./chosen-search";

test.each([
  "/listings",
  "/es/listings",
  "/listings?medication=methadone&payment=medi-cal",
  "/listings?near=&q=&payment=medi-cal&unknown=include&sort=name",
  "/listings?near=90012&payment=medi-cal",
])("%s asks only for what can be chosen", (url) => {
  expect(isChosenSearch(url)).toBe(true);
});

test.each([
  ["what somebody typed", "/listings?q=my+name"],
  ["a side of a street", "/listings?near=90012-3308"],
  ["a place that somebody typed", "/listings?near=123+Main+St"],
  ["an address with its ZIP code", "/listings?near=123+Main+St+90012"],
  ["two places", "/listings?near=90012&near=Ann"],
  ["the name of a place", "/listings?near=Boyle+Heights"],
  ["a part that we do not know", "/listings?name=Ann"],
  ["a choice that we do not know", "/listings?payment=Ann"],
  ["a later page", "/listings?after=WyJhIl0"],
  ["what hides behind a second question mark", "/listings?payment=medi-cal?q=Ann"],
  ["what comes after a thousand others", `/listings?${"payment=medi-cal&".repeat(1_100)}q=Ann`],
  ["another page", "/listings/a-place"],
  ["another page in Spanish", "/es/compare"],
])("%s is not kept", (_, url) => {
  expect(isChosenSearch(url)).toBe(false);
});
