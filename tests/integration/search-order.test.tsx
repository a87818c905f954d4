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
import { parseFilters } from "@/lib/search/filters";
import { areaCalled } from "@/lib/search/gazetteer";
import { RINGS_MILES } from "@/lib/search/ordering";
import { readText } from "@/lib/search/queries";
import type { SearchHit } from "@/lib/search/types";
import { plainWords } from "@/lib/search/words";
import { positionOf } from "@/lib/facts/position";
import { treatsOpioids } from "@/lib/facts/treats-opioids";
import { db } from "@/lib/server/db";
import { LOCALES, messagesOf } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";
import { allHits, publishedListings, type PublishedListing } from "../support/search";

testDatabase({ seeded: true });

let places: PublishedListing[];
let others: Set<string>;
beforeAll(async () => {
  places = await publishedListings();
  others = new Set(places.filter(({ facts }) => !treatsOpioids(facts)).map(({ slug }) => slug));
});

/** Whether the numbers never fall. */
const expectRising = (numbers: number[]) => expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));

const NAME_KEY = ({ name, slug }: SearchHit) => `${plainWords(name).join(" ")} ${slug}`;
/** Compares texts as the database does: byte by byte. */
const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));
const milesTo = ({ distance }: SearchHit) => distance?.miles ?? Infinity;
/** Programs of one rank have places in the edition of their own; addresses of one program have the same. */
const positionIn = ({ slug }: SearchHit) => places.find((place) => place.slug === slug)?.standing?.position ?? Infinity;

/** The first ring that holds all of Boyle Heights. */
const FIRST_RING = RINGS_MILES.findIndex((miles) => miles >= areaCalled("boyle heights")!.start.reach);

/** Each order: how it is asked for, and whether a part of a list is in it. */
const ORDERS: Record<string, { params: Record<string, string>; expectIn: (hits: SearchHit[]) => void }> = {
  rank: { params: { sort: "rank" }, expectIn: (hits) => expectRising(hits.map(positionIn)) },
  distance: { params: { sort: "distance", near: "90012" }, expectIn: (hits) => expectRising(hits.map(milesTo)) },
  name: {
    params: { sort: "name", near: "90012" },
    expectIn: (hits) => {
      const names = hits.map(NAME_KEY);
      expect(names).toEqual(names.toSorted(byBytes));
    },
  },
  "best fit": {
    params: { near: "Boyle Heights" },
    expectIn: (hits) => {
      expectRising(hits.map(({ isBeyond }) => Number(isBeyond)));
      const within = hits.filter(({ isBeyond }) => !isBeyond);
      // Ring by ring; one without a rank counts as a ring farther away.
      const ringOf = (hit: SearchHit) => RINGS_MILES.findIndex((miles) => milesTo(hit) <= miles);
      const stepOf = (hit: SearchHit) => Math.max(ringOf(hit), FIRST_RING) + Number(hit.rank === null);
      expectRising(within.map(stepOf));
      for (const step of new Set(within.map(stepOf))) {
        const inStep = within.filter((hit) => stepOf(hit) === step);
        expectRising(inStep.map(positionIn));
        // Of those without a rank, and of the addresses of one program, the nearer first.
        for (const position of new Set(inStep.map(positionIn)))
          expectRising(inStep.filter((hit) => positionIn(hit) === position).map(milesTo));
      }
      expectRising(hits.filter(({ isBeyond }) => isBeyond).map(milesTo));
    },
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
  "a medicine by its name": { q: "suboxone" },
};
const MATRIX = Object.entries(ORDERS).flatMap(([order, { params, expectIn }]) =>
  Object.entries(ASKED).map(([name, asked]) => ({ order, name, params: { ...asked, ...params }, expectIn })),
);

test("there are such places, and others", () => {
  expect(others.size).toBeGreaterThan(30);
  expect(places.length).toBeGreaterThan(900);
});

describe("the search", () => {
  test.each(MATRIX)("by $order, asked for $name, is in that order part by part", async ({ params, expectIn }) => {
    const hits = await allHits(parseFilters(params).filters);
    expect(new Set(hits.map(({ slug }) => slug)).size).toBe(hits.length);
    for (const { slug, treatsOpioids: treats } of hits) expect(treats).toBe(!others.has(slug));
    expect(hits.some(({ treatsOpioids: treats }) => !treats)).toBe(true);
    const partOf = (hit: SearchHit) => (hit.treatsOpioids ? 0 : 2) + Number(hit.saidNo);
    expectRising(hits.map(partOf));
    for (const part of [0, 1, 2, 3]) expectIn(hits.filter((hit) => partOf(hit) === part));
  });

  test("puts nobody last of those that somebody asked for, by name or by what they treat", async () => {
    const asksOthers = async (q: string, words = "") => (await readText(parseFilters({ q, words }).filters)).asksOthers;
    const named = places.find(({ slug, name }) => others.has(slug) && plainWords(name).length > 1)!;
    for (const q of [named.name, named.street, "alcohol", "clases de DUI", "DUI"]) {
      expect([q, await asksOthers(q)]).toEqual([q, true]);
      for (const { params, expectIn } of Object.values(ORDERS))
        expectIn(await allHits(parseFilters({ ...params, q }).filters));
    }
    const found = await allHits(parseFilters({ q: named.name, words: "exact" }).filters);
    expect(found.map(({ slug }) => slug)).toContain(named.slug);
    expect([await asksOthers(named.name, "exact"), await asksOthers(named.name, "meaning")]).toEqual([true, false]);
    const words = [
      "",
      "Los Angeles",
      "methadone",
      "opioid",
      "behavioral health",
      "recovery center los angeles",
      "meth",
    ];
    for (const q of words) expect([q, await asksOthers(q)]).toEqual([q, false]);
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
    for (const { params } of Object.values(ORDERS))
      for (const { slug, rank, notRankedFor } of await allHits(parseFilters(params).filters))
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
    const sheets = makeAtlas(await listMapListings()).flatMap((section) => section.sheets);
    expect(sheets.length).toBeGreaterThan(20);
    for (const sheet of sheets)
      expectRising(sheet.places.map(({ slug, rank }) => (rank === null ? 1 + Number(others.has(slug)) : 0)));
  });
});
