// What people read of places that the state's list alone names, and how many places stand below the ranking's figures.
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { CompareTable } from "@/components/choices/compare-table";
import { Listing } from "@/components/listings/listing";
import { SearchResults } from "@/components/listings/search-results";
import { Denominators } from "@/components/rankings/denominators";
import { StandingCard } from "@/components/rankings/standing/card";
import { StandingReason } from "@/components/rankings/standing/reason";
import { Why } from "@/components/rankings/why/why";
import { findChoice } from "@/lib/choices/queries";
import { getDenominators } from "@/lib/denominators/queries";
import { findListing } from "@/lib/listings/queries";
import { getStanding } from "@/lib/rankings/queries";
import { NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import { search } from "@/lib/search/queries";
import type { Locale } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

/** A residential license for six beds, with detox and medical services. */
const LISTED = "aurora-recovery-encino-191210ap";
const SURVEYED = "jewel-city-treatment-center-glendale";

async function pageOf(slug: string, locale: Locale = "en"): Promise<string> {
  const found = await findListing(slug);
  if (found.state !== "published") throw new Error(slug);
  const { listing } = found;
  const standing = await getStanding(listing.id);
  return renderToStaticMarkup(
    <Listing
      locale={locale}
      listing={listing}
      isRanked={standing?.status === "ranked"}
      reportedOn={null}
      reason={<StandingReason locale={locale} standing={standing} />}
      standing={<StandingCard locale={locale} standing={standing} />}
      why={standing && <Why locale={locale} standing={standing} slug={slug} />}
    />,
  );
}

describe("the page of such a place", () => {
  let page: string;
  beforeAll(async () => {
    page = await pageOf(LISTED);
  });

  test("says first where we know it from, in both languages, and no other page does", async () => {
    expect(page).toContain("We did not find this place in the federal survey");
    expect(await pageOf(LISTED, "es")).toContain("No encontramos este lugar en la encuesta federal");
    expect(await pageOf(SURVEYED)).not.toContain("We did not find this place in the federal survey");
  });

  test("has its license before all else, with beds, detox and medical services", async () => {
    for (const words of ["191210AP", "licensed for up to 6 beds", ">included<", ">approved on site<"])
      expect(page).toContain(words);
    expect(page.indexOf('id="license"')).toBeLessThan(page.indexOf('id="facts"'));
    const other = await pageOf(SURVEYED);
    expect(other.indexOf('id="license"')).toBeGreaterThan(other.indexOf('id="facts"'));
  });

  test("says why it is not ranked and what it would take, without a table that nobody answered", async () => {
    expect(page).toContain("Has not answered the survey that we rank by");
    expect(page).toMatch(/\d+ more points would have to rest on an answer/);
    expect(page).not.toContain("Every criterion with its answer");
    expect(await pageOf(SURVEYED)).toContain("Every criterion with its answer");
  });

  test("opens no topic without an answer, and has detox as a fact of the list", () => {
    expect(page).not.toContain("<details open");
    expect(page).toContain("Source of these answers: State license list (DHCS), August 21, 2026.");
  });
});

test("beside another place its license says what the state allows", async () => {
  const { places } = await findChoice({ slugs: [LISTED, SURVEYED], repeated: false, unreadable: false }, 4);
  const html = renderToStaticMarkup(
    <CompareTable
      locale="en"
      places={places}
      asked={NO_FILTERS}
      standings={[null, null]}
      near={null}
      onlyDifferences={false}
    />,
  );
  expect(html).toContain("licensed for up to 6 beds · Detox: included · Medical services: approved on site");
});

describe("the search", () => {
  const shown = async (filters: Partial<ListingFilters>, locale: Locale = "en") => {
    const asked = { ...NO_FILTERS, ...filters };
    return renderToStaticMarkup(<SearchResults locale={locale} filters={asked} answer={await search(asked)} />);
  };

  test("says of such a place in one sentence that little is known", async () => {
    const html = await shown({ text: "191210AP" });
    expect(html).toContain("Known from the state’s list of licenses alone: ask about medication and cost.");
    expect(html).not.toContain("How to pay:");
    expect(await shown({ text: "jewel city" })).toContain("How to pay:");
  });

  test("says what it looked through when it finds nothing, and only then", async () => {
    expect(await shown({ text: "zzzqqq" })).toContain(
      "We looked through 937 places in Los Angeles County: 306 from the federal directory, with answers of 2023, or " +
        "added by our staff, and 631 known from the state’s list of licenses alone.",
    );
    expect(await shown({ text: "zzzqqq" }, "es")).toContain("Buscamos entre 937 lugares del condado de Los Ángeles");
    expect(await shown({ text: "jewel city" })).not.toContain("We looked through");
  });
});

test("the denominators add up, and are printed in both languages", async () => {
  const figures = (await getDenominators())!;
  const { known, rankedMembers, notRanked, notJudged } = figures;
  expect(notRanked.reduce((sum, { count }) => sum + count, rankedMembers + notJudged)).toBe(known);
  const printed = (locale: Locale) => renderToStaticMarkup(<Denominators locale={locale} figures={figures} />);
  for (const words of [
    "937 places in the county: 306 that have answered the federal survey or that our staff added, and 631 that we know",
    "193 programs at 208 addresses, in edition 1.",
    "Has not answered the survey that we rank by: 631",
    "licenses 7,327 beds in the county. 7,327 of them are at places listed here, 2,490 at ranked addresses.",
  ])
    expect(printed("en")).toContain(words);
  expect(printed("es")).toContain("937 lugares en el condado");
});
