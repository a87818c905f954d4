import * as fc from "fast-check";
import { searchParamsToUrlQuery } from "next/dist/shared/lib/router/utils/querystring";
import { expect, test } from "vitest";
import { parseListingSlugs, parseText, pathWithListings, MAX_SHORTLISTED } from "./paths";

test("places keep the URL's order, each once, and a repetition is known", () => {
  expect(parseListingSlugs({ place: ["b", "a", "b"] })).toEqual({
    slugs: ["b", "a"],
    repeated: true,
    unreadable: false,
  });
  expect(parseListingSlugs({ place: "a" })).toEqual({ slugs: ["a"], repeated: false, unreadable: false });
  expect(parseListingSlugs({})).toEqual({ slugs: [], repeated: false, unreadable: false });
});

test("an empty field of a form is no place and no mistake", () => {
  expect(parseListingSlugs({ place: ["", "a"] })).toEqual({ slugs: ["a"], repeated: false, unreadable: false });
});

test("a URL that names more places than any page holds is cut, and known to be", () => {
  const place = Array.from({ length: MAX_SHORTLISTED + 1 }, (_, at) => `place-${at}`);
  expect(parseListingSlugs({ place })).toEqual({ slugs: place.slice(0, -1), repeated: false, unreadable: true });
});

test("whatever a URL says, only well-formed slugs come out, and never too many", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{1,3}$/)), { maxLength: 60 }), (place) => {
      const { slugs } = parseListingSlugs({ place });
      expect(slugs.length).toBeLessThanOrEqual(MAX_SHORTLISTED);
      expect(new Set(slugs).size).toBe(slugs.length);
      for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9-]+$/);
    }),
  );
});

test("a URL made from places reads back as the same places", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,9}$/), { maxLength: MAX_SHORTLISTED }), (slugs) => {
      const { searchParams } = new URL(pathWithListings("/compare", slugs, { near: "90012", only: null }), "http://x");
      expect(parseListingSlugs({ place: searchParams.getAll("place") }).slugs).toEqual(slugs);
      expect([...searchParams.keys()].filter((name) => name !== "place")).toEqual(["near"]);
    }),
  );
  expect(pathWithListings("/compare", [])).toBe("/compare");
});

test("a text is short and without control characters", () => {
  expect(parseText({ add: `\u0000long\nbeach ${"x".repeat(200)}` }, "add")).toHaveLength(80);
});

test("names that any object has are read as texts and no more", () => {
  const params = searchParamsToUrlQuery(new URLSearchParams("toString=1&place=a&constructor=x&__proto__=y"));
  expect(parseListingSlugs(params)).toEqual({ slugs: ["a"], repeated: false, unreadable: false });
  expect(parseText(params, "toString")).toBe("1");
  expect(parseText(params, "valueOf")).toBe("");
});
