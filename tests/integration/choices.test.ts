import { beforeAll, describe, expect, test } from "vitest";
import { parseListingSlugs } from "@/lib/choices/paths";
import { nextListings } from "@/lib/choices/next-listings";
import { findCandidates, findChoice, findListingsNamed, findNext } from "@/lib/choices/queries";
import { NO_FILTERS } from "@/lib/search/filters";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

const slugsOf = (places: readonly { slug: string }[]) => places.map(({ slug }) => slug);
let ranked: string[];

beforeAll(async () => {
  const members = await db.rankingMember.findMany({
    where: { edition: { number: 1 } },
    orderBy: [{ entry: { position: "asc" } }, { place: "asc" }],
    select: { listing: { select: { slug: true } } },
  });
  ranked = members.map(({ listing }) => listing.slug);
  const place = { street: "1 Main St", city: "Reseda", state: "CA", zip: "91335", kind: "outpatient" } as const;
  await db.listing.create({ data: { ...place, status: "draft", slug: "a-draft", name: "A draft" } });
  const gone = await db.listing.create({ data: { ...place, status: "archived", slug: "gone", name: "Gone" } });
  const first = await db.listing.findUniqueOrThrow({ where: { slug: ranked[0]! }, select: { id: true } });
  await db.slugRedirect.createMany({
    data: [
      { subject: "listing", fromSlug: "former-first", subjectId: first.id },
      { subject: "listing", fromSlug: "former-gone", subjectId: gone.id },
    ],
  });
});

const choose = (place: string[], limit = 4) => findChoice(parseListingSlugs({ place }), limit);

describe("a URL that names places", () => {
  test("gives them in its order, with facts, licenses and positions", async () => {
    const [one, two] = [ranked[7]!, ranked[3]!];
    const choice = await choose([one, two]);
    expect(slugsOf(choice.places)).toEqual([one, two]);
    expect(choice).toMatchObject({ leftOut: [], archived: [], unknown: false, repeated: false });
    for (const place of choice.places) {
      expect(place.sheets.length).toBeGreaterThan(0);
      expect(place.position).not.toBeNull();
    }
  });

  test("holds the first ones and names those left out", async () => {
    const choice = await choose(ranked.slice(0, 6));
    expect(slugsOf(choice.places)).toEqual(ranked.slice(0, 4));
    expect(slugsOf(choice.leftOut)).toEqual(ranked.slice(4, 6));
  });

  test("follows a place to its new URL, and shows it once when both are named", async () => {
    const choice = await choose(["former-first", ranked[1]!, ranked[0]!]);
    expect(slugsOf(choice.places)).toEqual([ranked[0], ranked[1]]);
    expect(choice.repeated).toBe(true);
  });

  test("names what was taken down, and tells nothing of a draft", async () => {
    const choice = await choose(["gone", "former-gone", "a-draft", ranked[0]!]);
    expect(slugsOf(choice.places)).toEqual([ranked[0]]);
    expect(choice).toMatchObject({ archived: ["Gone"], unknown: true });
    expect(JSON.stringify(choice)).not.toContain("A draft");
  });

  test("may say anything without an error", async () => {
    const choice = await choose(["\u0000", "../etc", "Ünïcode", "x".repeat(9000), "' OR 1=1 --", ""]);
    expect(choice).toEqual({ places: [], leftOut: [], archived: [], unknown: true, repeated: false });
  });
});

describe("a name", () => {
  test("finds published places by all its words, also in the city, a few at most", async () => {
    const found = await findListingsNamed("COVINA hospital");
    expect(slugsOf(found)).toContain("aurora-charter-oak-hospital-covina");
    expect(await findListingsNamed("a draft")).toEqual([]);
    expect((await findListingsNamed("a")).length).toBe(8);
  });

  test("takes what a database reads as a pattern for the letter it is, and nothing for no question", async () => {
    expect(await findListingsNamed("%%%")).toEqual([]);
    expect(await findListingsNamed("   ")).toEqual([]);
  });
});

describe("the next places", () => {
  test("of a real clinic are ranked, open, of its kind, share a medication and are near", async () => {
    const programs = (await findCandidates()).filter(({ kind }) => kind === "opioid_treatment_program");
    const ranks = programs.map(({ rank }) => rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    const city = programs.find((each) => each.city === "Los Angeles")!;
    const chosen = await choose([city.slug]);
    const next = nextListings(chosen.places, programs, null);
    expect(next.places).toHaveLength(3);
    expect(next.withinMiles).not.toBeNull();
    for (const place of next.places) {
      expect(place.kind).toBe("opioid_treatment_program");
      expect(place.slug).not.toBe(city.slug);
      expect(place.miles).toBeLessThanOrEqual(next.withinMiles ?? 0);
    }
  });

  test("leave out a place that closed since the ranking, or was taken down", async () => {
    const [closed, archived] = slugsOf(await findCandidates());
    await db.listing.update({
      where: { slug: closed! },
      data: { closedOn: new Date("2026-09-01"), closedReason: "x" },
    });
    await db.listing.update({ where: { slug: archived! }, data: { status: "archived" } });
    const left = slugsOf(await findCandidates());
    expect(left).not.toContain(closed);
    expect(left).not.toContain(archived);
    expect(left.length).toBeGreaterThan(10);
  });

  test("are none when nothing was chosen", async () => {
    expect((await findNext([], null, NO_FILTERS)).places).toEqual([]);
  });
});
