import { expect, test } from "vitest";
import { isChosenSearch } from "./chosen-search";

test.each([
  "/listings",
  "/es/listings",
  "/listings?medication=methadone&payment=medi-cal",
  "/listings?near=&q=&payment=medi-cal&unknown=include&sort=name",
])("%s asks only for what can be chosen", (url) => {
  expect(isChosenSearch(url)).toBe(true);
});

test.each([
  ["what somebody typed", "/listings?q=my+name"],
  ["where somebody is", "/listings?near=90012&payment=medi-cal"],
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
