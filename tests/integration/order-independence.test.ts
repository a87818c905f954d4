// That nobody can pay for a better place, and nobody can give one by hand, in what is ordered on top of an edition of the
// ranking. What this file covers, for the search, the next places of a call sheet and the suggestions of the outreach
// desk, each:
// - the columns it reads are exactly the ones on a list here, none of them named after money between a program and us or
//   after a way to move a place by hand;
// - of these, what decides the order is named, and anything handed in beside it changes nothing;
// - the columns that no form shows, the mailbox that staff enter for outreach, and a declared interest change no order.
// What it does not cover: how an edition is computed (ranking-independence.test.ts), and lists that are ordered by name
// or date alone. What moves a place rightly, such as its position on the map in an order by distance, is not tested here.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { nextListings, type Candidate } from "@/lib/choices/next-listings";
import { findCandidates, findChoice } from "@/lib/choices/queries";
import { candidateSelect } from "@/lib/choices/select";
import { NO_FILTERS } from "@/lib/search/filters";
import { positionOf } from "@/lib/facts/position";
import { SORTS, type Cursor } from "@/lib/search/search-cursor";
import type { Need } from "@/lib/outreach/needs";
import { listingSelectIn, toListing } from "@/lib/outreach/select";
import { orderByFit } from "@/lib/outreach/suggestions";
import { entryOf } from "@/lib/search/entry";
import { rebuildSearch } from "@/lib/search/mutations";
import { NO_TEXT } from "@/lib/search/asked";
import { hitsSql } from "@/lib/search/hits-sql";
import { search } from "@/lib/search/queries";
import { licenseSelect, sourceSelect, toSource } from "@/lib/search/select";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { columnsOf, MONEY, MOVING } from "../support/independence";

testDatabase({ seeded: true });

const words = (text: string) => text.split(" ");
const FACTS = words("source asOf asOfPrecision yes no unknown").map((column) => `factSheets.${column}`);

/** All that each may read, column by column. Whoever adds one here answers for it in a review. */
const READ = {
  search: [
    ...words("id slug name unit street city zip phone intakePhones kind latitude longitude positionSource"),
    ...words("listingId license.number license.targetPopulation"),
    ...FACTS,
    ...words("position rank band").map((column) => `rankingMembers.entry.${column}`),
  ],
  nextListings: [
    "entry.rank",
    ...[
      ...words("slug name unit city street street2 state zip phone phoneExtension kind knownByLicense"),
      ...words("latitude longitude positionSource"),
      // The last two are only printed.
      ...words("yes unknown who noMediCalIn").map((column) => `searchEntry.${column}`),
    ].map((column) => `listing.${column}`),
  ],
  suggestions: [
    ...words("id slug status name unit street street2 city zip phone phoneExtension latitude longitude positionSource"),
    // To write to, once a place is chosen; `Candidate`, which the order is made from, does not have them.
    ...words("outreachEmail outreachEmailSource outreachEmailSeenOn"),
    ...FACTS,
    ...words("rank position").map((column) => `rankingMembers.entry.${column}`),
    // To say why it is not ranked; `Candidate` does not have it.
    "rankingExclusions.reason",
  ],
};
/** What the search orders its entries by: the place in the edition, the position on earth, the name. */
const SEARCH_ORDER = ["position", "rankOrder", "sortName"];

const EDITION = "00000000-0000-0000-0000-000000000000";
const LICENSES = [{ number: "190095MN", targetPopulation: "MEN ONLY" }];
const NEAR = positionOf("90012", []);
const SEARCHES = [
  NO_FILTERS,
  { ...NO_FILTERS, sort: "name" as const },
  { ...NO_FILTERS, near: "90012" },
  { ...NO_FILTERS, medication: ["methadone" as const], includeUnknown: true },
];
const ASKED: readonly Need[][] = [
  [],
  ["medication:methadone", "payment:medi-cal"],
  ["language:spanish", "level:residential"],
];

/** Names that no list of columns has, such as a sponsor's. */
const extra = fc.dictionary(
  fc.constantFrom("sponsor", "paidTier", "boost", "priority", "pinned", "score", "weight", "premium", "interest"),
  fc.jsonValue(),
  { minKeys: 1 },
);
const beside = <Kept extends object>(kept: Kept, more: object, index: number): Kept => {
  return { ...more, sponsor: index, boost: index % 7, pinned: index % 2 === 0, ...kept };
};
const slugsOf = (places: readonly { slug: string }[]) => places.map(({ slug }) => slug);

let newest: string;
let candidates: Candidate[];
let chosen: Awaited<ReturnType<typeof findChoice>>["places"];
beforeAll(async () => {
  newest = (await db.rankingEdition.findFirstOrThrow({ orderBy: { number: "desc" }, select: { id: true } })).id;
  candidates = await findCandidates();
  const slugs = slugsOf(candidates).slice(40, 42);
  chosen = (await findChoice({ slugs, repeated: false, unreadable: false }, 2)).places;
});

const outreachPlaces = async () => {
  const rows = await db.listing.findMany({
    where: { status: "published" },
    orderBy: { id: "asc" },
    select: listingSelectIn(newest),
  });
  return rows.map(toListing);
};

describe("what is read", () => {
  test("by the search is exactly the columns on the list", () => {
    expect([...columnsOf(sourceSelect(EDITION)), ...columnsOf(licenseSelect)].toSorted()).toEqual(
      READ.search.toSorted(),
    );
  });

  test("for the next places of a call sheet is exactly the columns on the list", () => {
    expect(columnsOf(candidateSelect).toSorted()).toEqual(READ.nextListings.toSorted());
  });

  test("for the suggestions of the outreach desk is exactly the columns on the list", () => {
    expect(columnsOf(listingSelectIn(EDITION)).toSorted()).toEqual(READ.suggestions.toSorted());
  });

  test("none of them is about money between a program and us, and none moves a place", () => {
    const columns = Object.values(READ).flat();
    expect(columns.filter((column) => MONEY.test(column) || MOVING.test(column))).toEqual([]);
  });
});

const clausesOf = (sql: string) =>
  [...sql.matchAll(/ORDER BY ([\s\S]*?)(?:LIMIT|$)/g)].map(([, clause = ""]) => clause.trim());

describe("the search", () => {
  test("sorts by rank, by distance, or by name, in the database by the columns on the list and no other", () => {
    expect(SORTS).toEqual(["rank", "distance", "name"]);
    const numbers = { rank: 1, distance: 5, name: null };
    const cursors = SORTS.flatMap((sort) =>
      ([null, "next", "previous"] as const).map((direction): [typeof sort, Cursor | null] => [
        sort,
        direction && { direction, sort, number: numbers[sort], name: "a a", saidNo: false, treatsOpioids: true },
      ]),
    );
    const columns = cursors.flatMap(([sort, after]) => {
      const { sql } = hitsSql({ ...NO_FILTERS, near: "90012", sort, after }, NO_TEXT);
      const clauses = clausesOf(sql);
      // The last two find the newest edition, and keep the order of the parts.
      expect(clauses.slice(-2)).toEqual(['"number" DESC', 'p."place"']);
      // What a list is split into, by Medi-Cal and by what a place treats, is in the same order in every part.
      const split = clausesOf(hitsSql({ ...NO_FILTERS, near: "90012", sort, payment: ["medi-cal"] }, NO_TEXT).sql);
      expect(split).toEqual([...Array.from({ length: 4 }, () => split[0]), ...clauses.slice(-2)]);
      expect(new Set(clauses.slice(0, -2)).size).toBe(1);
      return [...clauses[0]!.matchAll(/"(\w+)"/g)].map(([, column]) => column);
    });
    expect([...new Set(columns)].toSorted()).toEqual(SEARCH_ORDER);
  });

  test("sorts the best fit around a start by the same columns: rank and distance make one number", () => {
    for (const direction of [null, "next", "previous"] as const) {
      const cursor = { sort: "best", number: 5, name: "a a", saidNo: false, treatsOpioids: false } as const;
      const after = direction && { direction, ...cursor };
      const { sql } = hitsSql({ ...NO_FILTERS, near: "90012", after }, NO_TEXT, [2, 5]);
      const clauses = clausesOf(sql);
      expect(clauses.slice(-2)).toEqual(['"number" DESC', 'p."place"']);
      // Within the ring, beyond it, and both: alike in every part of the list.
      const orders = clauses.slice(0, -2);
      expect(orders).toEqual(orders.map((_, index) => orders[index % 3]));
      expect(orders).toHaveLength(direction === "next" ? 3 : 6);
      const numbers = [
        ...sql.matchAll(/\(e\."rankOrder" \+ .*?\) AS "best"|\([^(]*\+ \(e\."position"[^\n]*AS "best"/g),
      ].map(([text]) => text);
      expect([numbers.length, new Set(numbers).size]).toEqual([(orders.length / 3) * 2, 2]);
      const read = [...orders, ...numbers].flatMap((text) => [...text.matchAll(/"(\w+)"/g)]);
      expect([...new Set(read.map(([, column]) => column))].toSorted()).toEqual(["best", ...SEARCH_ORDER].toSorted());
    }
  });

  test("derives the same entry whatever is handed in beside what it reads", async () => {
    const rows = await db.listing.findMany({ where: { status: "published" }, select: sourceSelect(newest) });
    const entries = rows.map((row) => entryOf(toSource(row, LICENSES)));
    fc.assert(
      fc.property(extra, (more) => {
        expect(
          rows.map((row, index) => entryOf(beside(toSource(beside(row, more, index), LICENSES), more, index))),
        ).toEqual(entries);
      }),
      { numRuns: 5 },
    );
  });
});

describe("the next places of a call sheet", () => {
  test("stand in the order of the edition", () => {
    expect(candidates.map(({ rank }) => rank)).toEqual(candidates.map(({ rank }) => rank).toSorted((a, b) => a - b));
    const { places } = nextListings(chosen, candidates, NEAR);
    expect(places.length).toBeGreaterThan(0);
    expect(slugsOf(places)).toEqual(slugsOf(candidates).filter((slug) => slugsOf(places).includes(slug)));
  });

  test("are the same whatever is handed in beside what is read", () => {
    const before = slugsOf(nextListings(chosen, candidates, NEAR).places);
    fc.assert(
      fc.property(extra, (more) => {
        const others = candidates.map((place, index) => beside(place, more, index));
        expect(slugsOf(nextListings(chosen, others, NEAR).places)).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });
});

describe("the suggestions of the outreach desk", () => {
  test("are the same whatever is handed in beside what they are ordered by", async () => {
    const places = await outreachPlaces();
    for (const needs of ASKED) {
      const before = orderByFit(places, needs, NEAR).map(({ place }) => place.slug);
      fc.assert(
        fc.property(extra, (more) => {
          // Nothing but what `Candidate` has, and what is handed in beside it.
          const others = places.map(({ name, slug, facts, position, order }, index) =>
            beside({ name, slug, facts, position, order }, more, index),
          );
          expect(orderByFit(others, needs, NEAR).map(({ place }) => place.slug)).toEqual(before);
        }),
        { numRuns: 5 },
      );
    }
  });
});

test("columns that no form shows, a mailbox for outreach, and a declared interest change no order", async () => {
  const orders = async () => ({
    search: await Promise.all(SEARCHES.map(async (filters) => slugsOf((await search(filters)).result.hits))),
    next: slugsOf(nextListings(chosen, await findCandidates(), NEAR).places),
    suggestions: await outreachPlaces().then((places) =>
      ASKED.map((needs) => orderByFit(places, needs, NEAR).map(({ place }) => place.slug)),
    ),
  });
  const before = await orders();
  await db.$executeRaw`UPDATE "Listing" SET "staffFields" = '{name,rank,score}', "version" = 1000, "siteKey" = NULL,
    "createdAt" = '2001-01-01', "updatedAt" = '2001-01-01', "outreachEmail" = 'best@example.org',
    "outreachEmailSource" = 'their website', "outreachEmailSeenOn" = '2026-11-01'`;
  await db.staffMember.create({
    data: { id: "owner", name: "Owner", email: "owner@example.org" },
    select: { id: true },
  });
  const places = await db.listing.findMany({ orderBy: { slug: "asc" }, select: { id: true } });
  await db.interest.createMany({
    data: places.map(({ id }) => ({ staffMemberId: "owner", listingId: id, reason: "paid_by" as const })),
  });
  await rebuildSearch(system("reindex"));
  expect(await orders()).toEqual(before);
});
