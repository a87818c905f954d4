import { expect, test } from "vitest";
import { listingSlugOf, listingSlugsIn } from "./listing-links";

const SITE = "https://example.org";

test.each([
  ["/listings/a-place", "a-place"],
  ["/es/listings/a-place#why", "a-place"],
  ["https://example.org/listings/a-place/", "a-place"],
  ["https://example.org/es/listings/a-place?x=1", "a-place"],
  ["https://elsewhere.org/listings/a-place", null],
  ["//elsewhere.org/listings/a-place", null],
  ["/listings", null],
  ["/listings/a-place/correction", null],
  ["/fr/listings/a-place", null],
  ["/listings/A_Place", null],
])("%s leads to the place %s", (href, slug) => {
  expect(listingSlugOf(href, SITE)).toBe(slug);
});

test("every way to write a link is found in Markdown", () => {
  const markdown = "[a](/listings/one#why) <https://example.org/es/listings/two> [b][c]\n\n[c]: /listings/three-b";
  expect(listingSlugsIn(markdown)).toEqual(["one", "two", "three-b"]);
});
