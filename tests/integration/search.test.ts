import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { FILTER_GROUPS, optionsOf, type FilterGroup } from "@/lib/facts/filter-options";
import { MAX_TEXT_LENGTH, NO_FILTERS, parseFilters, type ListingFilters } from "@/lib/search/filters";
import { SORTS } from "@/lib/search/search-cursor";
import { NO_TEXT } from "@/lib/search/asked";
import { namesOf as namesOfOption, optionCalled } from "@/lib/search/option-names";
import { countFacets, search, searchListings } from "@/lib/search/queries";
import { db } from "@/lib/server/db";
import { patience } from "../support/patience.mjs";
import { testDatabase } from "../support/database";
import { allHits, answerTo, fits, publishedListings, randomFilters, type PublishedListing } from "../support/search";

testDatabase({ seeded: true });

let places: PublishedListing[];
beforeAll(async () => {
  places = await publishedListings();
});

const searchFor = (params: Record<string, string | string[]>) => search(parseFilters(params).filters);

describe("filters", () => {
  test("find exactly what a recount by hand finds: any option of a group, all groups, silence only when asked for", async () => {
    await fc.assert(
      fc.asyncProperty(randomFilters, async (filters) => {
        expect((await countFacets(filters, NO_TEXT)).total).toEqual({
          value: places.filter((place) => fits(place, filters)).length,
          isAtLeast: false,
        });
      }),
      { numRuns: 40 },
    );
  });

  test("count by each option what it would find with the other groups as they are", async () => {
    await fc.assert(
      fc.asyncProperty(randomFilters, async (filters) => {
        const facets = await countFacets(filters, NO_TEXT);
        const recount = (group: FilterGroup, option: string) =>
          places.filter((place) => fits(place, { ...filters, [group]: [option] })).length;
        for (const group of FILTER_GROUPS)
          expect(Object.fromEntries([...facets.options[group]].map(([option, { value }]) => [option, value]))).toEqual(
            Object.fromEntries(optionsOf(group).map((option) => [option, recount(group, option)])),
          );
        const chosen = FILTER_GROUPS.some((group) => group !== "kind" && filters[group].length > 0);
        const withUnknown = places.filter((place) => fits(place, { ...filters, includeUnknown: true })).length;
        expect(facets.withUnknown?.value).toBe(filters.includeUnknown || !chosen ? undefined : withUnknown);
      }),
      { numRuns: 25 },
    );
  });

  test("say at each place what it answers to each thing that was asked", async () => {
    const filters = parseFilters({ language: ["spanish", "korean"], access: "telehealth", unknown: "include" }).filters;
    const hits = await allHits(filters);
    expect(hits.some(({ answers }) => answers.some(({ value }) => value === "unknown"))).toBe(true);
    for (const hit of hits) {
      const place = places.find(({ slug }) => slug === hit.slug)!;
      const own = (["language", "access"] as const).flatMap((group) =>
        filters[group].map((option) => ({ group, option, value: answerTo(place, group, option) })),
      );
      expect(hit.answers).toEqual(own);
    }
  });
});

describe("text", () => {
  const namesOf = async (q: string) =>
    (await allHits(parseFilters({ q }).filters)).map(({ name, unit }) => `${name} ${unit ?? ""}`);

  test("is found in names, in any case, from the beginning of each word; word for word in cities and ZIP codes too", async () => {
    const named = places.filter(({ name }) => /\bcri/i.test(name) && /\bhel/i.test(name)).map(({ slug }) => slug);
    const found = (await allHits(parseFilters({ q: "CRI hel" }).filters)).map(({ slug }) => slug);
    expect(named.length).toBeGreaterThan(0);
    expect(found).toEqual(expect.arrayContaining(named));
    const inLongBeach = places.filter(({ city }) => city === "Long Beach").map(({ slug }) => slug);
    const exact = (await allHits(parseFilters({ q: "LONG bea", words: "exact" }).filters)).map(({ slug }) => slug);
    expect(exact).toEqual(expect.arrayContaining(inLongBeach));
    const zips = (await allHits(parseFilters({ q: "90804", words: "exact" }).filters)).map(({ zip }) => zip);
    expect(new Set(zips)).toEqual(new Set(["90804"]));
  });

  test.each([
    ["tarzanna", /tarzana/i],
    ["pasedena", /pasadena/i],
    ["pomonna", /pomona/i],
    ["cri help", /cri help/i],
    ["matrx institute", /matrix institute/i],
    ["kaisr", /kaiser/i],
  ])("%s is understood in spite of the typing", async (q, expected) => {
    const { result } = await searchFor({ q });
    expect(result.hits.length).toBeGreaterThan(0);
    const words = result.hits.map(({ name, unit, city }) => `${name} ${unit ?? ""} ${city}`);
    expect(words.some((each) => expected.test(each))).toBe(true);
  });

  test("that was mistyped is said to have been read as something else, and a known word never is", async () => {
    expect((await searchFor({ q: "tarzanna" })).text.corrections).toEqual([{ typed: "tarzanna", used: "Tarzana" }]);
    expect((await searchFor({ q: "tarzana" })).text.corrections).toEqual([]);
  });

  test("may name a service in either language, mistyped or by its brand", async () => {
    const totals = await Promise.all(
      ["methadone", "metadona", "metadonna"].map(async (q) => (await searchFor({ q })).facets.total.value),
    );
    expect(new Set(totals).size).toBe(1);
    expect(totals[0]).toBeGreaterThan(20);
    expect((await searchFor({ q: "suboxone" })).facets.total.value).toBeGreaterThan(100);
    const acupuncture = await allHits(parseFilters({ q: "acupuncture" }).filters);
    const offering = places.filter(({ facts }) => facts.get("ACU")?.value === "yes");
    expect(acupuncture.map(({ slug }) => slug).toSorted()).toEqual(offering.map(({ slug }) => slug).toSorted());
  });

  test(
    "that is the name of an option finds exactly what the option finds, with and without silent places",
    async () => {
      // lib/search/option-names.test.ts reads every name; what is then looked for depends on the group, so its ends tell.
      const ends = FILTER_GROUPS.flatMap((group) =>
        [...new Set([optionsOf(group)[0]!, optionsOf(group).at(-1)!])].flatMap((option) => {
          const names = namesOfOption(group, option).filter((name) => optionCalled(name)?.group === group);
          return names.slice(-1).map((name) => ({ group, option, name }));
        }),
      );
      expect(new Set(ends.map(({ group }) => group)).size).toBe(FILTER_GROUPS.length);
      expect(ends.every(({ name }) => name.length <= MAX_TEXT_LENGTH)).toBe(true);
      for (const { group, option, name } of ends) {
        for (const includeUnknown of [false, true]) {
          const [typed, ticked] = await Promise.all([
            search({ ...NO_FILTERS, text: name, includeUnknown }),
            search({ ...NO_FILTERS, [group]: [option], includeUnknown }),
          ]);
          expect([name, typed.text.asked]).toEqual([name, [{ typed: name, group, options: [option] }]]);
          expect([name, typed.result, typed.facets.total, typed.facets.withUnknown]).toEqual([
            name,
            ticked.result,
            ticked.facets.total,
            ticked.facets.withUnknown,
          ]);
        }
      }
      for (const [q, group, option] of [
        ["medi-cal", "payment", "medi-cal"],
        ["Methadone", "medication", "methadone"],
        ["SPANISH", "language", "spanish"],
        ["Español", "language", "spanish"],
        ["sliding fee", "payment", "sliding-fee"],
      ] as const) {
        const [typed, ticked] = [
          await allHits(parseFilters({ q }).filters),
          await allHits(parseFilters({ [group]: option }).filters),
        ];
        expect(typed.map(({ slug }) => slug)).toEqual(ticked.map(({ slug }) => slug));
        expect(ticked.length).toBeGreaterThan(0);
      }
    },
    patience(120_000),
  );

  test("holds together with filters and takes signs for what they are", async () => {
    expect(
      (await searchFor({ q: "methadone", kind: "residential" })).result.hits.every(
        ({ kind }) => kind === "residential",
      ),
    ).toBe(true);
    for (const q of ["a%b_c", '\'; DROP TABLE "Listing"; --', "\\ & | ! <-> :*", "🏥 x̧̧̧", "ａｂｃ ﷺ", "x".repeat(900)])
      await expect(searchFor({ q })).resolves.toBeDefined();
    expect(await namesOf("zzzzqqq")).toEqual([]);
  });
});

describe("pages", () => {
  beforeAll(async () => {
    // Ties: places at one spot, and places without any.
    const { id } = await db.listing.findFirstOrThrow({ where: { status: "published" }, select: { id: true } });
    await db.$executeRaw`UPDATE "SearchEntry" SET "position" = (SELECT "position" FROM "SearchEntry" WHERE "listingId" = ${id}::uuid)
      WHERE left("listingId"::text, 9) < '7' AND "rank" IS NULL OR "rank" % 3 = 0`;
    await db.$executeRaw`UPDATE "SearchEntry" SET "position" = NULL WHERE "rank" % 4 = 0`;
  });

  test.each([...SORTS, "best" as const])(
    "by %s visit every place once, forward and back, whatever the filters and ties",
    async (sort) => {
      await fc.assert(
        fc.asyncProperty(randomFilters, fc.boolean(), async (chosen, asksOthers) => {
          const text = { ...NO_TEXT, asksOthers };
          const filters: ListingFilters = {
            ...chosen,
            // In every other run those that said no to it come after all others.
            payment: chosen.includeUnknown ? chosen.payment : ["medi-cal"],
            kind: [],
            language: [],
            sort: sort === "best" ? null : sort,
            near: sort === "distance" || sort === "best" ? "90012" : null,
          };
          const pageAfter = (after: ListingFilters["after"]) => searchListings({ ...filters, after }, text);
          const pages: string[][] = [];
          let last = await pageAfter(null);
          pages.push(last.hits.map(({ slug }) => slug));
          while (last.next) {
            last = await pageAfter(last.next);
            pages.push(last.hits.map(({ slug }) => slug));
          }
          const seen = pages.flat();
          expect(new Set(seen).size).toBe(seen.length);
          const { total, saidNo } = await countFacets({ ...filters, after: last.previous }, text);
          expect(seen).toHaveLength(total.value + (saidNo?.count.value ?? 0));
          for (const page of pages.slice(0, -1).toReversed()) {
            last = await pageAfter(last.previous);
            expect(last.hits.map(({ slug }) => slug)).toEqual(page);
          }
          expect(last.previous).toBeNull();
        }),
        { numRuns: 4 },
      );
    },
  );

  test("that were made in another order, or lie behind the last, do no harm", async () => {
    const { result } = await searchFor({ sort: "name" });
    const first = await searchFor({ sort: "rank" });
    const mixed = await search({ ...NO_FILTERS, sort: "rank", after: result.next });
    expect(mixed.result.hits).toEqual(first.result.hits);
    const after = {
      direction: "next",
      sort: "rank",
      number: 2 ** 31 - 1,
      name: "zzz",
      saidNo: false,
      treatsOpioids: false,
    } as const;
    expect((await search({ ...NO_FILTERS, after })).result.hits).toEqual([]);
    const before = {
      direction: "previous",
      sort: "rank",
      number: 1,
      name: "",
      saidNo: false,
      treatsOpioids: true,
    } as const;
    expect((await search({ ...NO_FILTERS, after: before })).result.hits).toEqual(first.result.hits);
  });
});
