import { beforeAll, describe, expect, test } from "vitest";
import { FILTER_GROUPS } from "@/lib/facts/filter-options";
import { handedOn } from "@/lib/search/asked";
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
      words: "exact",
      language: "greek",
      kind: "hospital",
      medication: "methadone",
    }).filters;
    const { facets, relaxations } = await search(filters);
    expect(facets.total.value).toBe(0);
    expect(relaxations.length).toBeGreaterThan(0);
    for (const { without, count, filters: rest } of relaxations) {
      const change = without.map((part) => {
        if (part === "text") return { text: "", words: null };
        return part === "unknown" ? { includeUnknown: true } : { [part]: [] };
      });
      expect(rest).toEqual(Object.assign({}, filters, ...change));
      expect(count).toEqual((await search(rest)).facets.total);
      expect(count.value).toBeGreaterThan(0);
    }
  });

  /** Looked for as it stands, a word that no place has. */
  const NOBODY = { q: "zzzzqqq", words: "exact" };
  const NUMBER = "(323) 555-0100";

  test.each([
    ["ticked", { ...NOBODY, payment: "medi-cal", language: "spanish" }],
    ["typed", { q: `medi-cal spanish ${NUMBER}` }],
    ["typed in Spanish", { q: `${NUMBER} medi-cal en español` }],
    ["typed with a place", { q: "medi-cal greek hospital echo park" }],
    ["typed, with a word that nothing is called", { q: "medi-cal xylophone greek hospital" }],
    ["both, for somebody on methadone", { q: `korean ${NUMBER}`, keeping: "on-methadone", payment: "medi-cal" }],
    ["for a mother", { q: "arabic", payment: "medi-cal", people: "a-mother-with-children", kind: "hospital" }],
    ["two of one group", { q: "detox sober living greek hospital" }],
  ])("lets go last of what the person needs most, and keeps and says all else (%s)", async (_, params) => {
    const { filters } = parseFilters(params);
    const { facets, relaxations, text, result } = await search(filters);
    expect(facets.total.value).toBe(0);
    expect(relaxations.length).toBeGreaterThan(0);
    const asked = handedOn(filters, text);
    const groupsIn = (without: readonly string[]) =>
      FILTER_GROUPS.filter((group) =>
        [group, ...text.asked.filter((each) => each.group === group).map(({ typed }) => `typed:${typed}`)].some(
          (part) => without.includes(part),
        ),
      );
    for (const { without, count, filters: rest, still } of relaxations) {
      const found = await search(rest);
      expect([without, count]).toEqual([without, found.facets.total]);
      expect([without, still]).toEqual([without, handedOn(rest, found.text)]);
      expect(found.result.start).toEqual(result.start);
      const kept = FILTER_GROUPS.filter((group) => !groupsIn(without).includes(group));
      for (const group of kept) expect([without, still[group]]).toEqual([without, asked[group]]);
    }
    const cash = relaxations.map(({ without }) => Number(groupsIn(without).includes("payment")));
    expect(cash).toEqual(cash.toSorted((a, b) => a - b));
  });

  test("offers each typed phrase by itself", async () => {
    const { relaxations } = await searchFor({ q: "detox acupuncture greek hospital" });
    const parts = relaxations.flatMap(({ without }) => without);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.every((part) => part === "unknown" || part.startsWith("typed:"))).toBe(true);
  });

  test("takes two away together only when none alone helps, and has nothing to offer where nothing helps", async () => {
    const alone = await searchFor({ payment: "free", kind: "hospital" });
    expect(alone.facets.total.value).toBe(0);
    expect(alone.relaxations.every(({ without }) => without.length === 1)).toBe(true);
    const three = await searchFor({ ...NOBODY, language: "greek", kind: "hospital", payment: "free" });
    expect(three.relaxations.every(({ without }) => without.length === 2)).toBe(true);
    expect((await searchFor({ q: "zzzzqqq" })).relaxations).toEqual([
      {
        without: ["text"],
        count: { value: places.length, isAtLeast: false },
        filters: NO_FILTERS,
        still: NO_FILTERS,
      },
    ]);
  });
});
