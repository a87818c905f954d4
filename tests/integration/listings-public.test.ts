import { beforeAll, describe, expect, test } from "vitest";
import { findListing } from "@/lib/listings/queries";
import { db, type Prisma } from "@/lib/server/db";
import { testDatabase } from "../support/database";

testDatabase();

const place = { street: "1 Main St", city: "Reseda", state: "CA", zip: "91335", kind: "outpatient" } as const;
const survey = { source: "samhsa", asOf: new Date("2023-01-01"), asOfPrecision: "year" } as const;
const staffCheck = {
  source: "staff",
  evidence: "Called on the day.",
  staffMemberId: "staff-1",
  asOf: new Date("2026-08-01"),
  asOfPrecision: "day",
} as const;

beforeAll(async () => {
  const published = { ...place, status: "published" } as const;
  await db.listing.create({
    data: {
      ...published,
      slug: "alpha",
      name: "Alpha 100% Recovery",
      factSheets: { create: [{ ...survey, yes: ["MD", "BU"], no: ["MU"], unrecognised: ["ZZZ"] }] },
    },
  });
  await db.listing.create({
    data: {
      ...published,
      slug: "beta",
      name: "Beta",
      city: "Long Beach",
      zip: "90804",
      kind: "residential",
      // Staff found out that the survey's answer no longer holds.
      factSheets: {
        create: [
          { ...survey, yes: ["MD"] },
          { ...staffCheck, no: ["MD"] },
        ],
      },
    },
  });
  await db.listing.create({ data: { ...place, status: "draft", slug: "draft", name: "Draft" } });
  const gone = await db.listing.create({ data: { ...place, status: "archived", slug: "gone", name: "Gone" } });
  const alpha = await db.listing.findUniqueOrThrow({ where: { slug: "alpha" }, select: { id: true } });
  const draft = await db.listing.findUniqueOrThrow({ where: { slug: "draft" }, select: { id: true } });
  await db.slugRedirect.createMany({
    data: [
      { subject: "listing", fromSlug: "old-alpha", subjectId: alpha.id },
      { subject: "listing", fromSlug: "old-gone", subjectId: gone.id },
      { subject: "listing", fromSlug: "old-draft", subjectId: draft.id },
      { subject: "post", fromSlug: "a-post", subjectId: alpha.id },
    ],
  });
  const license = {
    facilityName: "ALPHA",
    street: "1 MAIN ST",
    city: "RESEDA",
    zip: "91335",
    county: "Los Angeles",
    isLicensed: false,
    isCertified: true,
    offersDetox: false,
    settingCode: "NON",
  };
  const edition = await db.sourceEdition.create({
    data: {
      source: "dhcs",
      edition: "e",
      asOf: new Date("2026-08-21"),
      asOfPrecision: "day",
      fileName: "f",
      checksum: "c",
      rowCount: 2,
    },
  });
  for (const [number, match] of [
    ["OWN", { basis: "own_address", agreement: ["name"], certainty: "probable" }],
    ["TENANT", { basis: "other_name" }],
  ] satisfies [string, Omit<Prisma.LicenseMatchCreateInput, "listing" | "license">][])
    await db.licenseMatch.create({
      data: {
        listing: { connect: { slug: "alpha" } },
        license: { create: { ...license, number, sourceEdition: { connect: { id: edition.id } } } },
        ...match,
      },
    });
});

test.each(["\u0000", "alpha\u0000", "../alpha", "Alpha", ""])("there is no place at %j", async (slug) => {
  expect(await findListing(slug)).toEqual({ state: "unknown" });
});

describe("a URL of a listing", () => {
  test("leads to a published place with its facts, unexplained codes and its own licenses", async () => {
    const found = await findListing("alpha");
    if (found.state !== "published") throw new Error(found.state);
    expect(found.listing.sheets).toEqual([
      { source: "samhsa", asOf: "2023-01-01", asOfPrecision: "year", yes: ["MD", "BU"], no: ["MU"], unknown: [] },
    ]);
    expect(found.listing.unrecognised).toEqual(["ZZZ"]);
    expect(found.listing.licenses).toMatchObject([
      { number: "OWN", asOf: "2026-08-21", basis: "own_address", agreement: ["name"], isCertain: false },
    ]);
    expect(found.listing.nearbyLicenses).toEqual([]);
  });

  test("that changed leads to the new one, also when the place is archived by now", async () => {
    expect(await findListing("old-alpha")).toEqual({ state: "moved", slug: "alpha" });
    expect(await findListing("old-gone")).toEqual({ state: "moved", slug: "gone" });
  });

  test("says that a place was taken down, and nothing of a draft or of another noun", async () => {
    expect(await findListing("gone")).toEqual({ state: "archived", name: "Gone" });
    for (const slug of ["draft", "old-draft", "a-post", "never"])
      expect(await findListing(slug)).toEqual({ state: "unknown" });
  });
});
