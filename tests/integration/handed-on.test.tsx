// Whoever says what they need says it once: every link that leads from there to other places hands it on, every page says
// it in words, and nobody on Medi-Cal is sent first to a place that takes none. Over the real places and every page.
import { selectAll } from "hast-util-select";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { beforeAll, describe, expect, test } from "vitest";
import { optionLabel } from "@/lib/facts/filter-labels";
import { MEDI_CAL } from "@/lib/facts/how-to-pay";
import { askedPairs } from "@/lib/search/asked";
import { parseFilters } from "@/lib/search/filters";
import { db } from "@/lib/server/db";
import { LOCALES, messagesOf } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";
import { drawPage, type PageVisit } from "../support/drawn-pages";
import { plainWords } from "../support/plain-words";
import { publishedListings } from "../support/search";

testDatabase({ seeded: true });

const ASKED = { payment: "medi-cal", keeping: "on-methadone", language: "spanish", people: "a-woman" } as const;
const TYPED = { q: "medi-cal spanish" };
const PAIRS = askedPairs(parseFilters(ASKED).filters);

let ranked: string[];
let closed = "";
let unranked = "";
/** Takes no Medi-Cal, as it says. */
let refusing = "";
let takesMediCal: Set<string>;

beforeAll(async () => {
  const places = await publishedListings();
  const says = (value: string) => places.filter(({ facts }) => facts.get(MEDI_CAL)?.value === value);
  takesMediCal = new Set(says("yes").map(({ slug }) => slug));
  ranked = says("yes")
    .filter(({ standing }) => standing)
    .map(({ slug }) => slug);
  refusing = says("no").find(({ standing }) => standing)!.slug;
  unranked = says("yes").find(({ standing }) => !standing)!.slug;
  closed = ranked.at(-1)!;
  const closing = { closedOn: new Date("2026-11-20"), closedReason: "Its door is locked." };
  await db.listing.update({ where: { slug: closed }, data: closing });
});

const SURFACES: Record<string, [route: string, visit: PageVisit]> = {
  "a search": ["(tools)/listings", { search: () => ASKED }],
  "a typed search": ["(tools)/listings", { search: () => ({ ...TYPED, keeping: "on-methadone", people: "a-woman" }) }],
  "a search that finds nothing": ["(tools)/listings", { search: () => ({ ...ASKED, q: "zzzzqqq", words: "exact" }) }],
  "the page of a place that is closed": [
    "(tools)/listings/[slug]/asked",
    { params: () => ({ slug: closed }), search: () => ASKED },
  ],
  "the page of a place that is not ranked": [
    "(tools)/listings/[slug]/asked",
    { params: () => ({ slug: unranked }), search: () => ASKED },
  ],
  "the page of a place that takes no Medi-Cal": [
    "(tools)/listings/[slug]/asked",
    { params: () => ({ slug: refusing }), search: () => ASKED },
  ],
  "a comparison": ["(tools)/compare", { search: () => ({ ...ASKED, place: [ranked[0]!, refusing] }) }],
  "a call sheet": ["(tools)/call-sheet", { search: () => ({ ...ASKED, place: [refusing, unranked] }) }],
  "the contact form": ["(tools)/contact", { search: () => ({ ...ASKED, place: [closed, refusing] }) }],
  "the shortlist": ["(tools)/shortlist", { search: () => ({ ...ASKED, place: [refusing] }) }],
  "the guide": ["(tools)/find", { search: () => ASKED }],
};

const parse = (html: string) => unified().use(rehypeParse, { fragment: true }).parse(html);
/** To other places, to forms about them, and to lists of them. */
const ELSEWHERE =
  /^(?:\/es)?\/(?:listings(?:\/[a-z0-9-]+(?:\/asked)?)?|compare|call-sheet|contact|shortlist)(?:[?#]|$)/;
/** What takes a part of the question away says so; the other language and the next page ask in the same words, as links do
 * that have what was typed. */
const LESS = LOCALES.map(
  (locale) => `nav[aria-label="${messagesOf(locale).filters.active}"] a, a[hreflang], a[rel="next"]`,
).join();

describe.each(LOCALES)("what was asked for (%s)", (locale) => {
  test.each(Object.entries(SURFACES))("is handed on by %s, and said in words", async (_, [route, visit]) => {
    const html = plainWords(await drawPage(route, locale, visit));
    const root = parse(html);
    const less = new Set(selectAll(LESS, root));
    const links = selectAll("a[href]", root)
      .filter((link) => !less.has(link))
      .map(({ properties }) => String(properties.href))
      .filter((href) => ELSEWHERE.test(href));
    expect(links.length).toBeGreaterThan(0);
    for (const href of links) {
      const given = new URL(href, "http://localhost").searchParams;
      if (given.get("q") === TYPED.q) continue;
      expect([href, PAIRS.filter(([name, value]) => !given.getAll(name).includes(value))]).toEqual([href, []]);
    }
    for (const [group, option] of Object.entries(ASKED) as [keyof typeof ASKED, never][])
      expect(html).toContain(optionLabel(locale, group, option));
  });

  test.each(["the page of a place that is closed", "the page of a place that takes no Medi-Cal", "a call sheet"])(
    "leads from %s to places that take Medi-Cal, and to no other",
    async (surface) => {
      const [route, visit] = SURFACES[surface]!;
      const root = parse(await drawPage(route, locale, visit));
      const next = selectAll(
        'section[aria-labelledby="next-title"] li, section[aria-labelledby="instead-title"] li',
        root,
      );
      expect(next.length).toBeGreaterThan(0);
      const slugs = next.flatMap((place) =>
        selectAll("a", place).flatMap(
          ({ properties }) => /\/listings\/([^/?]+)/.exec(String(properties.href))?.[1] ?? [],
        ),
      );
      expect(slugs).toHaveLength(next.length);
      expect(slugs.filter((slug) => !takesMediCal.has(slug))).toEqual([]);
    },
  );
});

describe("where somebody starts from", () => {
  test.each([
    ["typed in a sentence", { q: "medi-cal en el este de los ángeles" }],
    ["typed into its own field", { payment: "medi-cal", near: "East LA" }],
  ])("goes along to every place by its own name (%s)", async (_, params: Record<string, string>) => {
    const root = parse(await drawPage("(tools)/listings", "en", { search: () => params }));
    const links = selectAll("a[href]", root).map(({ properties }) => String(properties.href));
    const places = links.filter((href) => /^\/(?:listings\/[^/]+\/asked|compare)\?/.test(href));
    expect(places.length).toBeGreaterThan(20);
    for (const href of places)
      expect([href, new URL(href, "http://localhost").searchParams.get("near")]).toEqual([href, "East Los Angeles"]);
  });

  test("is read by the pages that it leads to, which say so, or that they do not know it", async () => {
    const draw = (route: string, near: string) =>
      drawPage(route, "en", { search: () => ({ ...ASKED, near, place: [ranked[0]!, ranked[1]!] }) });
    expect(await draw("(tools)/compare", "East Los Angeles")).toContain("Distance from East Los Angeles");
    expect(await draw("(tools)/compare", "90033-1234")).toContain("Distance from ZIP code 90033");
    expect(await draw("(tools)/call-sheet", "the Valley")).toMatch(
      /miles of San Fernando Valley|in all of Los Angeles/,
    );
    expect(await draw("(tools)/find", "boyle hieghts")).toContain("Nearest to Boyle Heights first");
    for (const route of ["(tools)/compare", "(tools)/call-sheet", "(tools)/find"])
      expect(await draw(route, "Atlantis")).toContain("We cannot measure from “Atlantis”.");
  });

  test("decides which places come next, also by name", async () => {
    const next = async (near: string) => {
      const visit = { params: () => ({ slug: refusing }), search: () => ({ ...ASKED, near }) };
      const root = parse(await drawPage("(tools)/listings/[slug]/asked", "en", visit));
      return selectAll('section[aria-labelledby="instead-title"] li', root)
        .map((place) => selectAll("a", place)[0]?.properties.href)
        .map((href) => /\/listings\/([^/?]+)/.exec(String(href))?.[1]);
    };
    expect(await next("DTLA")).toEqual(await next("Downtown Los Angeles"));
    expect(await next("Lancaster")).not.toEqual(await next("Long Beach"));
  });
});

test("a place that takes Medi-Cal leads to places that take it, also when nothing was asked", async () => {
  const html = await drawPage("(tools)/call-sheet", "en", { search: () => ({ place: ranked[0]! }) });
  const next = selectAll('section[aria-labelledby="next-title"] li a', parse(html)).flatMap(
    ({ properties }) => /\/listings\/([^/?]+)/.exec(String(properties.href))?.[1] ?? [],
  );
  expect(next.length).toBeGreaterThan(0);
  expect(next.filter((slug) => !takesMediCal.has(slug))).toEqual([]);
});
