// The pages of the seeded edition: the picks, and the lists page by page.
import { beforeAll, describe, expect, test } from "vitest";
import { kindSegment } from "@/lib/facts/kind-segment";
import { LISTING_KINDS, type ListingKind } from "@/lib/facts/kind";
import { NOT_RANKED_PER_PAGE, PROGRAMS_PER_PAGE } from "@/lib/rankings/list-pages";
import { getNewestEdition } from "@/lib/rankings/queries";
import { SHELVES, shelfFilters, shelvesOf } from "@/lib/rankings/shelves";
import type { Edition } from "@/lib/rankings/types";
import { filtersQuery, withFilters } from "@/lib/search/filters";
import { listOpenAnswers, search } from "@/lib/search/queries";
import { testDatabase } from "../support/database";
import { drawPage } from "../support/drawn-pages";
import { FIRST_EDITION } from "../support/first-edition";

testDatabase({ seeded: true });

let edition: Edition;
beforeAll(async () => {
  edition = (await getNewestEdition())!;
});

/** All pages of a list, up to the first that answers with 404. */
async function pagesOf(route: string, params: Record<string, string>, first = 1): Promise<string[]> {
  const pages: string[] = [];
  for (let page = first; ; page++) {
    const html = await drawPage(route, "en", { params: () => ({ ...params, page: `${page}` }) });
    if (html.includes('data-status="404"')) return pages;
    pages.push(html);
  }
}

/** The places of a page's list, in order, by the name that leads to each. */
const rankedOn = (html: string) =>
  html.split(/<li class="grid/).flatMap((item, at) => (at === 0 ? [] : /\/listings\/([^"]+)"/.exec(item)!.slice(1)));

describe("a long list", () => {
  const slugsOf = (kind?: ListingKind) =>
    edition.entries.filter(({ listing }) => !kind || listing.kind === kind).map(({ listing }) => listing.slug);

  test.each([
    ["the newest edition", "(reading)/rankings/page/[page]", {}],
    ["an edition", "(reading)/rankings/editions/[number]/page/[page]", { number: "1" }],
  ])("of %s has every program once, in its order, 25 on a page, and ends with 404", async (_, route, params) => {
    const pages = await pagesOf(route, params);
    expect(pages).toHaveLength(Math.ceil(FIRST_EDITION.programs / PROGRAMS_PER_PAGE));
    expect(pages.flatMap(rankedOn)).toEqual(slugsOf());
    expect(Math.max(...pages.map((html) => rankedOn(html).length))).toBe(PROGRAMS_PER_PAGE);
    pages.forEach((html, at) => {
      expect(html).toContain(`Page ${at + 1} of ${pages.length}`);
      expect(html.match(/aria-current="page"/g)).toHaveLength(1);
      expect([html.includes('rel="prev"'), html.includes('rel="next"')]).toEqual([at > 0, at < pages.length - 1]);
    });
  });

  test.each(LISTING_KINDS)(
    "of %s has every program of the kind once, its first page being the kind's own",
    async (kind) => {
      const params = { kind: kindSegment(kind) };
      const own = await drawPage("(reading)/rankings/kinds/[kind]", "en", { params: () => params });
      const further = await pagesOf("(reading)/rankings/kinds/[kind]/page/[page]", params, 2);
      expect([own, ...further].flatMap(rankedOn)).toEqual(slugsOf(kind));
      expect(await pagesOf("(reading)/rankings/kinds/[kind]/page/[page]", params)).toEqual([]);
    },
  );

  test.each([
    ["the newest edition", "(reading)/rankings/not-ranked/page/[page]", {}],
    ["an edition", "(reading)/rankings/editions/[number]/not-ranked/page/[page]", { number: "1" }],
  ])("of what %s leaves out has every place once", async (_, route, params) => {
    const pages = await pagesOf(route, params);
    expect(pages).toHaveLength(Math.ceil(FIRST_EDITION.excluded / NOT_RANKED_PER_PAGE));
    const named = pages.flatMap((html) => [...html.matchAll(/<a href="\/listings\/([^"]+)"/g)].map(([, slug]) => slug));
    expect(named.toSorted()).toEqual(edition.exclusions.map(({ listing }) => listing.slug).toSorted());
  });
});

describe("the picks", () => {
  test("stand on every shelf, and the way on says as many places as its search finds", async () => {
    const html = await drawPage("(reading)/rankings", "en", {});
    for (const need of SHELVES) {
      const [, shelf = ""] = html.split(`id="for-${need.name}"`);
      const href = `/listings${filtersQuery(shelfFilters(need))}`;
      const [, count] =
        new RegExp(`href="${href.replace("?", "\\?").replaceAll("&", "&amp;")}"[^>]*>All (\\d+) `).exec(shelf) ?? [];
      const { facets } = await search(shelfFilters(need));
      expect([need.name, Number(count)]).toEqual([need.name, facets.total.value]);
    }
  });

  test("are the first ranked places that the search finds for the need", async () => {
    const shelves = shelvesOf(edition.entries, await listOpenAnswers());
    expect(shelves.map(({ need }) => need)).toEqual(SHELVES);
    for (const { need, entries } of shelves) {
      const { result } = await search(withFilters(shelfFilters(need), { sort: "rank" }));
      const found = result.hits.map(({ slug }) => slug);
      expect(entries.map(({ listing }) => listing.slug).filter((slug) => !found.includes(slug))).toEqual([]);
    }
  });
});
