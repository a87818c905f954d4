import { beforeAll, describe, expect, test } from "vitest";
import { askedOf } from "@/lib/search/asked";
import { NO_FILTERS, parseFilters } from "@/lib/search/filters";
import { search } from "@/lib/search/queries";
import { testDatabase } from "../support/database";
import { publishedListings, type PublishedListing } from "../support/search";

testDatabase({ seeded: true });

let places: PublishedListing[];
beforeAll(async () => {
  places = await publishedListings();
});

const searchFor = (params: Record<string, string | string[]>) => search(parseFilters(params).filters);

describe("a search that finds nothing", () => {
  test("names what to let go of, each with what it then finds", async () => {
    const filters = parseFilters({
      q: "tarzana",
      language: "greek",
      kind: "hospital",
      medication: "methadone",
    }).filters;
    const { facets, relaxations } = await search(filters);
    expect(facets.total.value).toBe(0);
    expect(relaxations.length).toBeGreaterThan(0);
    for (const { without, count, filters: rest } of relaxations) {
      const change = without.map((part) =>
        part === "unknown" ? { includeUnknown: true } : { [part]: part === "text" ? "" : [] },
      );
      expect(rest).toEqual(Object.assign({}, filters, ...change));
      expect(count).toEqual((await search(rest)).facets.total);
      expect(count.value).toBeGreaterThan(0);
    }
  });

  const HANDED_ON = ["payment", "keeping", "medication", "language", "people", "population"] as const;

  test.each([
    ["ticked", { q: "zzzzqqq", payment: "medi-cal", language: "spanish" }],
    ["typed", { q: "medi-cal spanish zzzzqqq" }],
    ["typed in Spanish", { q: "zzzzqqq medi-cal en español" }],
    ["typed with a place", { q: "medi-cal greek hospital echo park" }],
    ["both, for somebody on methadone", { q: "korean zzzzqqq", keeping: "on-methadone", payment: "medi-cal" }],
    ["for a mother", { q: "arabic", payment: "medi-cal", people: "a-mother-with-children", kind: "hospital" }],
  ])("lets go last of what the person needs most, and keeps all else (%s)", async (_, params) => {
    const { filters } = parseFilters(params);
    const { facets, relaxations, text } = await search(filters);
    expect(facets.total.value).toBe(0);
    expect(relaxations.length).toBeGreaterThan(0);
    const asked = askedOf(filters, text);
    for (const { without, count, filters: rest } of relaxations) {
      const kept = HANDED_ON.filter((group) => !without.includes(group));
      for (const group of kept) expect([without, rest[group]]).toEqual([without, asked[group]]);
      expect(count).toEqual((await search(rest)).facets.total);
    }
    const cash = relaxations.map(({ without }) => Number(without.includes("payment")));
    expect(cash).toEqual(cash.toSorted((a, b) => a - b));
  });

  test("takes two away together only when none alone helps, and has nothing to offer where nothing helps", async () => {
    const alone = await searchFor({ payment: "free", kind: "hospital" });
    expect(alone.facets.total.value).toBe(0);
    expect(alone.relaxations.every(({ without }) => without.length === 1)).toBe(true);
    const three = await searchFor({ q: "zzzzqqq", language: "greek", kind: "hospital", payment: "free" });
    expect(three.relaxations.every(({ without }) => without.length === 2)).toBe(true);
    expect((await searchFor({ q: "zzzzqqq" })).relaxations).toEqual([
      {
        without: ["text"],
        words: "zzzzqqq",
        count: { value: places.length, isAtLeast: false },
        filters: NO_FILTERS,
      },
    ]);
  });
});
