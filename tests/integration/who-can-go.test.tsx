// Who can go to a place and how to pay there: what the search finds, and what cards and pages say of it.
import { renderToStaticMarkup } from "react-dom/server";
import type { ReactNode } from "react";
import { beforeAll, describe, expect, test } from "vitest";
import { CallSheetListing } from "@/components/choices/call-sheet-listing";
import { CompareTable } from "@/components/choices/compare-table";
import { FactsSection } from "@/components/listings/facts-section";
import { ListingSummary } from "@/components/listings/listing-summary";
import { SummarySources } from "@/components/listings/summary-sources";
import { SearchResults } from "@/components/listings/search-results";
import { Entry } from "@/components/rankings/entry";
import { leavesOutNoAdult } from "@/lib/facts/who-can-go";
import { system } from "@/lib/audit/actor";
import { findChoice } from "@/lib/choices/queries";
import { checkFact } from "@/lib/listings/mutations";
import { findListing } from "@/lib/listings/queries";
import { factCheckSchema } from "@/lib/listings/schema";
import { getNewestEdition } from "@/lib/rankings/queries";
import { NO_FILTERS, parseFilters, type ListingFilters } from "@/lib/search/filters";
import { refreshStaleSearch } from "@/lib/search/mutations";
import { search } from "@/lib/search/queries";
import type { SearchHit } from "@/lib/search/types";
import { db } from "@/lib/server/db";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { publishedListings, type PublishedListing } from "../support/search";

testDatabase({ seeded: true });

let places: PublishedListing[];
beforeAll(async () => {
  places = await publishedListings();
});

const filtersOf = (params: Record<string, string | string[]>) => parseFilters(params).filters;
const says = (place: PublishedListing, code: string) => place.facts.get(code)?.value;
const placeAt = (slug: string) => places.find((place) => place.slug === slug)!;

async function allHits(filters: ListingFilters): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for (let after = filters.after; ;) {
    const { result } = await search({ ...filters, after });
    hits.push(...result.hits);
    if (!result.next) return hits;
    after = result.next;
  }
}

function textOf(node: ReactNode): string {
  return renderToStaticMarkup(node)
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
}

describe("the search for a person", () => {
  test("offers nobody a place that takes only others, unless its card says so", async () => {
    const men = await allHits(filtersOf({ people: "a-man" }));
    expect(men.length).toBeGreaterThan(200);
    for (const place of men.map(({ slug }) => placeAt(slug))) {
      expect(says(place, "MALE")).toBe("yes");
      expect([says(place, "VAMC"), says(place, "DUO")]).not.toContain("yes");
    }
    const found = new Set(men.map(({ slug }) => slug));
    const others = (await allHits(filtersOf({}))).filter(({ slug }) => !found.has(slug));
    expect(others.length).toBeGreaterThan(20);
    expect(others.filter(({ who }) => leavesOutNoAdult(who))).toEqual([]);
  });

  test("finds the clinics of Veterans Affairs for veterans alone", async () => {
    const clinics = places.filter((place) => says(place, "VAMC") === "yes").map(({ slug }) => slug);
    expect(clinics).toHaveLength(3);
    const veterans = (await allHits(filtersOf({ people: "a-veteran" }))).map(({ slug }) => slug);
    expect(veterans).toEqual(expect.arrayContaining(clinics));
    for (const people of ["a-man", "a-woman"]) {
      const found = (await allHits(filtersOf({ people, unknown: "include" }))).map(({ slug }) => slug);
      expect(found.filter((slug) => clinics.includes(slug))).toEqual([]);
    }
  });

  test("follows the state's list when a license names other people, though the match stays", async () => {
    const surveyed = places.filter(({ knownByLicense }) => knownByLicense === null);
    const open = surveyed.filter(({ licenses: [one, second] }) => one?.targetPopulation === "CO-ED" && !second);
    // Some of them name whom they take; here is one that takes everybody.
    const where = { listingId: { in: open.map(({ id }) => id) }, who: { equals: ["minorsNotNamed"] } };
    const { listingId } = await db.searchEntry.findFirstOrThrow({ where, orderBy: { listingId: "asc" } });
    const listing = open.find(({ id }) => id === listingId)!;
    const entry = () => db.searchEntry.findUniqueOrThrow({ where: { listingId } });
    const number = listing.licenses[0]!.number;
    await db.license.update({ where: { number }, data: { targetPopulation: "WOMEN ONLY" } });
    await refreshStaleSearch(system("worker"));
    expect((await entry()).who).toEqual(["women.stateNotNamed", "minorsNotNamed"]);
    expect((await entry()).unknown).toContain("people:a-man");
    await db.license.update({ where: { number }, data: { targetPopulation: "CO-ED" } });
    await refreshStaleSearch(system("worker"));
  });
});

describe("the search for Medi-Cal", () => {
  const refused = () => places.filter((place) => says(place, "MD") === "no").length;

  test("shows who accepts it, then who said no, each once, and counts them apart", async () => {
    const filters = filtersOf({ payment: "medi-cal" });
    const { facets } = await search(filters);
    const accepting = places.filter((place) => says(place, "MD") === "yes").length;
    expect([accepting, refused()]).toEqual([141, 161]);
    expect(facets.total.value).toBe(accepting);
    expect(facets.options.payment.get("medi-cal")?.value).toBe(accepting);
    expect(facets.saidNo).toEqual({ count: { value: refused(), isAtLeast: false }, years: [2023] });
    const hits = await allHits(filters);
    expect(new Set(hits.map(({ slug }) => slug)).size).toBe(accepting + refused());
    const treating = hits.filter(({ treatsOpioids }) => treatsOpioids).map(({ saidNo }) => saidNo);
    expect(treating).toEqual(treating.toSorted((a, b) => Number(a) - Number(b)));
    for (const { slug, saidNo } of hits) expect(says(placeAt(slug), "MD")).toBe(saidNo ? "no" : "yes");
  });

  test("is the same when it is typed, keeps every other filter, and lets those who did not say in only when asked", async () => {
    const slugs = async (params: Record<string, string | string[]>) =>
      (await allHits(filtersOf(params))).map(({ slug, saidNo }) => `${slug} ${saidNo}`);
    expect(await slugs({ q: "Medi-Cal" })).toEqual(await slugs({ payment: "medi-cal" }));
    const withMethadone = await allHits(filtersOf({ payment: "medi-cal", medication: "methadone" }));
    expect(withMethadone.every(({ facts }) => facts.medications.methadone === "yes")).toBe(true);
    expect(withMethadone.some(({ saidNo }) => saidNo)).toBe(true);
    const silent = places.filter((place) => (says(place, "MD") ?? "unknown") === "unknown").map(({ slug }) => slug);
    const found = async (unknown: string) =>
      (await allHits(filtersOf({ payment: "medi-cal", unknown }))).filter(({ slug }) => silent.includes(slug)).length;
    expect([await found(""), await found("include")]).toEqual([0, silent.length]);
    expect((await search(filtersOf({ medication: "methadone" }))).facets.saidNo).toBeNull();
  });

  test("puts who accepts another way that was asked for among those that fit", async () => {
    const hits = await allHits(filtersOf({ payment: ["medi-cal", "sliding-fee"] }));
    for (const { slug, saidNo } of hits.filter(({ facts }) => facts.mediCal === "no"))
      expect([slug, saidNo]).toEqual([slug, says(placeAt(slug), "SS") !== "yes"]);
  });

  test("leaves out a place whose no our staff have checked", async () => {
    const { id, slug } = places.find((place) => says(place, "MD") === "no")!;
    const check = { id, attribute: "MD", value: "no", evidence: "Called.", asOf: "2026-11-20" };
    await checkFact(staffSession(), factCheckSchema.parse(check));
    const hits = await allHits(filtersOf({ payment: "medi-cal" }));
    expect(hits.some((hit) => hit.slug === slug)).toBe(false);
  });

  test.each([
    [
      "en",
      /141 places accept Medi-Cal; 160 more said no in 2023: ask\. They come last\./,
      "Medi-Cal: said no in 2023: ask",
    ],
    ["es", /141 lugares aceptan Medi-Cal; 160 más dijeron que no en 2023/, "Medi-Cal: dijo que no en 2023: pregunte"],
  ] as const)("says so in words (%s)", async (locale, summary, mark) => {
    const filters = filtersOf({ payment: "medi-cal" });
    const first = textOf(<SearchResults locale={locale} filters={filters} answer={await search(filters)} />);
    expect(first).toMatch(summary);
    expect(first).not.toContain(mark);
    const after = { direction: "next", sort: "rank", number: 1, name: "", saidNo: true, treatsOpioids: true } as const;
    const beyond = { ...filters, after };
    expect(textOf(<SearchResults locale={locale} filters={beyond} answer={await search(beyond)} />)).toContain(mark);
  });
});

describe("cards and pages", () => {
  const WOMEN = "southern-ca-alcohol-and-drug-prog-inc-la-casita-for-women-and-children-downey";
  const MEN = "gooden-center-pasadena";
  const SAYS = "Who can go: women only · with children, says the state’s list";
  const DISAGREES = "men, says the place; women and men, says the state’s list";

  async function detailOf(slug: string) {
    const found = await findListing(slug);
    if (found.state !== "published") throw new Error(found.state);
    return found.listing;
  }

  test("of a place say whom it leaves out and how to pay, with the sources", async () => {
    const listed = async (slug: string) => {
      const listing = await detailOf(slug);
      return textOf(
        <>
          <ListingSummary locale="en" listing={listing} today="2026-08-21" />
          <SummarySources locale="en" listing={listing} />
        </>,
      );
    };
    const head = await listed(WOMEN);
    expect(head).toContain(SAYS);
    expect(head).toMatch(/How to pay: Medi-Cal · .*SAMHSA\), 2023; State license list \(DHCS\), August 21, 2026/);
    expect(await listed(MEN)).toContain(DISAGREES);
  });

  test("of its answers say a no to Medi-Cal with its year, and of ages only what was named", async () => {
    const facts = textOf(<FactsSection locale="en" listing={await detailOf(MEN)} today="2026-08-21" />);
    expect(facts).toMatch(/Medi-Cal \(Medicaid\) ?: said no in 2023: ask/);
    expect(facts).toMatch(/Ages accepted .*Did not name Children and adolescents/);
  });

  test("of the ranking, a comparison and a call sheet say the same", async () => {
    const edition = await getNewestEdition();
    const entry = edition!.entries.find(({ members }) => members.some(({ listing }) => listing.slug === WOMEN))!;
    expect(textOf(<Entry locale="en" entry={entry} />)).toMatch(/Who can go: women only.*How to pay: Medi-Cal/);
    const named = { slugs: [WOMEN, MEN], repeated: false, unreadable: false };
    const { places: chosen } = await findChoice(named, 4);
    const compared = textOf(
      <CompareTable
        locale="en"
        places={chosen}
        asked={NO_FILTERS}
        standings={[null, null]}
        near={null}
        onlyDifferences={false}
      />,
    );
    expect(compared).toContain("Who can go ≠ differs");
    expect(compared).toContain("said no in 2023: ask");
    const sheet = textOf(<CallSheetListing locale="en" place={chosen[0]!} asked={NO_FILTERS} standing={null} />);
    expect(sheet).toContain(SAYS);
    expect(textOf(<CallSheetListing locale="en" place={chosen[1]!} asked={NO_FILTERS} standing={null} />)).toMatch(
      /Ask: Medi-Cal: said no in 2023: ask/,
    );
  });
});
