import { expect, test } from "vitest";
import { sitemapPages } from "./sitemap";
import type { Published } from "./types";

const POST = {
  translatesId: null,
  locale: "en",
  updatedAt: "2026-11-20T08:00:00.000Z",
  tags: [{ slug: "heroin" }],
} as const;
const published: Published = {
  listings: [
    { slug: "sunrise", changedAt: "2026-11-02T08:00:00.000Z" },
    { slug: "harbor", changedAt: "2026-11-25T08:00:00.000Z" },
  ],
  editions: [
    { number: 2, changedAt: "2026-11-10T08:00:00.000Z", pages: 3, notRankedPages: 2 },
    { number: 1, changedAt: "2026-10-10T08:00:00.000Z", pages: 1, notRankedPages: 1 },
  ],
  newestLists: { pages: 2, notRankedPages: 1, kinds: new Map([["residential", 2]]) },
  mapPaths: ["/map", "/map/westside", "/map/westside/page/2"],
  methods: [{ version: 1, sections: ["gates", "formula"], changedAt: "2026-10-01T08:00:00.000Z" }],
  posts: [
    { ...POST, id: "a", slug: "one" },
    { ...POST, id: "b", slug: "uno", locale: "es", translatesId: "a", updatedAt: "2026-11-22T08:00:00.000Z" },
    { ...POST, id: "c", slug: "solo", locale: "es", translatesId: "not public", tags: [] },
  ],
  blogPages: 2,
  corrections: { pages: 1, changedAt: null },
};
const pages = sitemapPages(published);
const at = (path: string, locale = "en") => pages.find((page) => page.path === path && page.locale === locale);

test("each page is there once in each of its languages", () => {
  const names = pages.map(({ locale, path }) => `${locale} ${path}`);
  expect(new Set(names).size).toBe(names.length);
  expect(at("/rankings", "es")?.forms).toEqual([
    { locale: "en", path: "/rankings" },
    { locale: "es", path: "/rankings" },
  ]);
});

test("a page has the newest date of what stands on it", () => {
  // The page of a place states its standing in the newest edition.
  expect(at("/listings/sunrise")?.changedAt).toBe("2026-11-10T08:00:00.000Z");
  expect(at("/listings/harbor")?.changedAt).toBe("2026-11-25T08:00:00.000Z");
  expect(at("/rankings/editions/1")?.changedAt).toBe("2026-10-10T08:00:00.000Z");
  expect(at("/blog")?.changedAt).toBe("2026-11-22T08:00:00.000Z");
  expect(at("/about")?.changedAt).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test("every page of a long list is there, and none past its end", () => {
  const lists = pages.flatMap(({ locale, path }) => (locale === "en" && path.includes("/page/") ? path : []));
  expect(lists.filter((path) => path.startsWith("/rankings/"))).toEqual([
    "/rankings/page/1",
    "/rankings/page/2",
    "/rankings/not-ranked/page/1",
    "/rankings/kinds/residential/page/2",
    "/rankings/editions/2/page/1",
    "/rankings/editions/2/page/2",
    "/rankings/editions/2/page/3",
    "/rankings/editions/2/not-ranked/page/1",
    "/rankings/editions/2/not-ranked/page/2",
    "/rankings/editions/1/page/1",
    "/rankings/editions/1/not-ranked/page/1",
  ]);
  expect(lists).toContain("/map/westside/page/2");
  for (const kind of ["residential", "hospital"]) expect(at(`/rankings/kinds/${kind}`)).toBeDefined();
});

test("where no record says when it changed, there is no date", () => {
  expect(at("/contact")?.changedAt).toBeNull();
  expect(
    sitemapPages({ ...published, posts: [], blogPages: 1 }).find(({ path }) => path === "/blog")?.changedAt,
  ).toBeNull();
});

test("a post names its other version, the original first; one in a single language names itself alone", () => {
  const forms = [
    { locale: "en", path: "/blog/one" },
    { locale: "es", path: "/blog/uno" },
  ];
  expect(at("/blog/one")?.forms).toEqual(forms);
  expect(at("/blog/uno", "es")?.forms).toEqual(forms);
  expect(at("/blog/uno", "es")?.changedAt).toBe("2026-11-22T08:00:00.000Z");
  expect(at("/blog/solo", "es")?.forms).toEqual([{ locale: "es", path: "/blog/solo" }]);
  expect(at("/blog/solo")).toBeUndefined();
});
