// In every list of places that is ordered by anything, those that say that they do not treat opioid use disorder come
// after all others, unless somebody asked for them. Over the real places: every order of the search, whatever is asked,
// and every other list.
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { HitStanding } from "@/components/listings/hit-standing";
import { findCandidates } from "@/lib/choices/queries";
import { makeAtlas } from "@/lib/map/atlas";
import { listMapListings } from "@/lib/map/queries";
import { listingSelectIn, toListing } from "@/lib/outreach/select";
import { orderByFit } from "@/lib/outreach/suggestions";
import { GATE_REASONS } from "@/lib/rankings/gates";
import { parseFilters, type ListingFilters } from "@/lib/search/filters";
import { readText, searchListings } from "@/lib/search/queries";
import { SORTS, type Sort } from "@/lib/search/search-cursor";
import type { SearchHit } from "@/lib/search/types";
import { plainWords } from "@/lib/search/words";
import { positionOf } from "@/lib/facts/position";
import { treatsOpioids } from "@/lib/facts/treats-opioids";
import { db } from "@/lib/server/db";
import { LOCALES, messagesOf } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";
import { publishedListings, type PublishedListing } from "../support/search";

testDatabase({ seeded: true });

let places: PublishedListing[];
let others: Set<string>;
beforeAll(async () => {
  places = await publishedListings();
  others = new Set(places.filter(({ facts }) => !treatsOpioids(facts)).map(({ slug }) => slug));
});

async function allHits(filters: ListingFilters): Promise<SearchHit[]> {
  const text = await readText(filters.text);
  const hits: SearchHit[] = [];
  for (let after: ListingFilters["after"] = null; ;) {
    const page = await searchListings({ ...filters, after }, text);
    hits.push(...page.hits);
    if (!page.next) return hits;
    after = page.next;
  }
}

/** Whether the numbers never fall. */
const expectRising = (numbers: number[]) => expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));

const NAME_KEY = ({ name, slug }: SearchHit) => `${plainWords(name).join(" ")} ${slug}`;
/** What a part of a list is in the order of. */
const KEYS: Record<Sort, (hits: SearchHit[]) => void> = {
  rank: (hits) => expectRising(hits.map(({ rank }) => rank ?? Infinity)),
  distance: (hits) => expectRising(hits.map(({ distance }) => distance?.miles ?? Infinity)),
  name: (hits) => {
    const names = hits.map(NAME_KEY);
    expect(names).toEqual(names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  },
};

const ASKED: Record<string, Record<string, string>> = {
  nothing: {},
  "a kind of care": { kind: "outpatient" },
  "Medi-Cal, or silence about it": { payment: "medi-cal", unknown: "include" },
  "Medi-Cal, with those that said no to it": { payment: "medi-cal" },
  "cash, for men": { payment: "self-pay", people: "a-man" },
  Spanish: { language: "spanish" },
  "a word of names": { q: "center" },
  "a city": { q: "Los Angeles" },
  "a neighborhood": { q: "Echo Park" },
};
const MATRIX = SORTS.flatMap((sort) => Object.entries(ASKED).map(([name, asked]) => ({ sort, name, asked })));

test("there are such places, and others", () => {
  expect(others.size).toBeGreaterThan(30);
  expect(places.length).toBeGreaterThan(900);
});

describe("the search", () => {
  test.each(MATRIX)("by $sort, asked for $name, is in that order part by part", async ({ sort, asked }) => {
    const { filters } = parseFilters({ near: "90012", ...asked, sort });
    const hits = await allHits(filters);
    expect(new Set(hits.map(({ slug }) => slug)).size).toBe(hits.length);
    for (const { slug, treatsOpioids: treats } of hits) expect(treats).toBe(!others.has(slug));
    expect(hits.some(({ treatsOpioids: treats }) => !treats)).toBe(true);
    const partOf = (hit: SearchHit) => (hit.treatsOpioids ? 0 : 2) + Number(hit.saidNo);
    expectRising(hits.map(partOf));
    for (const part of [0, 1, 2, 3]) KEYS[sort](hits.filter((hit) => partOf(hit) === part));
  });

  test("puts nobody last of those that somebody asked for, by name or by what they treat", async () => {
    const named = places.find(({ slug, name }) => others.has(slug) && plainWords(name).length > 1)!;
    for (const q of [named.name, "alcohol", "DUI"]) {
      expect((await readText(q)).asksOthers).toBe(true);
      for (const sort of SORTS) KEYS[sort](await allHits(parseFilters({ q, near: "90012", sort }).filters));
    }
    expect((await allHits(parseFilters({ q: named.name }).filters)).map(({ slug }) => slug)).toContain(named.slug);
    const words = ["", "Los Angeles", "methadone", "opioid", "behavioral health", "recovery center los angeles"];
    for (const q of words) expect((await readText(q)).asksOthers).not.toBe(true);
  });
});

describe("a place that the newest edition does not rank", () => {
  test("says why on its card, in every order, on the map and at the desk", async () => {
    const newest = { edition: { number: 1 } };
    const rows = await db.rankingExclusion.findMany({
      where: newest,
      select: { reason: true, listing: { select: { slug: true } } },
    });
    const reasonOf = new Map(rows.map(({ reason, listing }) => [listing.slug, reason]));
    expect(new Set(reasonOf.values()).size).toBeGreaterThan(3);
    for (const sort of SORTS)
      for (const { slug, rank, notRankedFor } of await allHits(parseFilters({ near: "90012", sort }).filters))
        expect([slug, notRankedFor]).toEqual([slug, rank === null ? reasonOf.get(slug) : null]);
    for (const { slug, rank, notRankedFor } of await listMapListings())
      expect([slug, notRankedFor]).toEqual([slug, rank === null ? reasonOf.get(slug) : null]);
  });

  test.each(LOCALES)("says it in words (%s)", (locale) => {
    const { reasons } = messagesOf(locale).rankings.excluded;
    for (const reason of GATE_REASONS) {
      const hit = { rank: null, band: null, notRankedFor: reason };
      expect(renderToStaticMarkup(<HitStanding locale={locale} hit={hit} />)).toContain(reasons[reason].title);
    }
    const unknown = renderToStaticMarkup(
      <HitStanding locale={locale} hit={{ rank: null, band: null, notRankedFor: null }} />,
    );
    expect(unknown).toContain(messagesOf(locale).rankings.standing.notYet);
  });
});

describe("elsewhere", () => {
  test("the desk suggests them last, whatever the person needs", async () => {
    const newest = await db.rankingEdition.findFirstOrThrow({ orderBy: { number: "desc" }, select: { id: true } });
    const rows = await db.listing.findMany({ where: { status: "published" }, select: listingSelectIn(newest.id) });
    for (const needs of [[], ["payment:medi-cal"], ["language:spanish", "level:outpatient"]] as const)
      for (const near of [null, positionOf("90012", [])]) {
        const order = orderByFit(rows.map(toListing), needs, near);
        const last = order.map(({ place }) => others.has(place.slug));
        expect(last).toEqual(last.toSorted((a, b) => Number(a) - Number(b)));
      }
  });

  test("no list of places to try next has them, and on a map they are the last without a rank", async () => {
    const candidates = await findCandidates();
    expect(candidates.filter(({ slug }) => others.has(slug))).toEqual([]);
    const { areas } = makeAtlas(await listMapListings());
    expect(areas.length).toBeGreaterThan(3);
    for (const area of areas)
      expectRising(area.places.map(({ slug, rank }) => (rank === null ? 1 + Number(others.has(slug)) : 0)));
  });
});
