// Every figure of docs/data.md, counted from the seeded database.
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { LISTING_KINDS } from "@/lib/facts/kind";
import { LICENSE_CLASSES } from "@/lib/facts/license-class";
import { isOwnLicense, isPublic } from "@/lib/facts/select";
import { getDenominators } from "@/lib/denominators/queries";
import { GATE_REASONS } from "@/lib/rankings/gates";
import { db, type Prisma } from "@/lib/server/db";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

const COUNTY = "Los Angeles";
const LIST = new Date("2026-08-21");
const IN_FORCE = { expiresOn: { gte: LIST } } as const satisfies Prisma.LicenseWhereInput;
const BASES = ["own_address", "additional_location", "operator_and_zip", "other_name", "other_address"] as const;

/** Not those that the state's list alone names: each has its licenses. */
const SURVEYED = { knownByLicense: null } as const;

const figures = new Map<string, number>();

beforeAll(async () => {
  await countPlaces();
  await countLicenses();
  await countMatches();
  await countRanking();
});

test("the document says what the seed holds, and every figure is counted here", () => {
  const rows = readFileSync("docs/data.md", "utf8").matchAll(/^\| (?<what>[^|]+?) +\| +(?<number>[\d,]+) +\|$/gm);
  const printed = [...rows].map(({ groups }) => [groups?.what, Number(groups?.number?.replaceAll(",", ""))]);
  expect(printed).toEqual([...figures]);
});

const count = (what: string, number: number) => figures.set(what.replaceAll("_", " "), number);

async function countPlaces(): Promise<void> {
  const listings = (where: Prisma.ListingWhereInput) => db.listing.count({ where: { ...where, ...isPublic } });
  count("published places", await listings({}));
  count("of the federal directory", await listings({ knownByLicense: null }));
  count("known from the state's list alone", await listings({ knownByLicense: { not: null } }));
  count("operators that run them", await db.operator.count({ where: { listings: { some: isPublic } } }));
  for (const kind of LISTING_KINDS) count(`mainly ${kind}`, await listings({ kind }));
  count("position of a license at the address", await listings({ positionSource: "dhcs" }));
  count("without a position", await listings({ positionSource: null }));
  count("position of the middle of the ZIP", await listings({ positionSource: "zip_centroid" }));
}

async function countLicenses(): Promise<void> {
  const licenses = (where: Prisma.LicenseWhereInput) => db.license.count({ where: { county: COUNTY, ...where } });
  count("licenses in the list", await licenses({}));
  count("current on its day", await licenses(IN_FORCE));
  for (const settingCode of LICENSE_CLASSES)
    count(`current, of class ${settingCode}`, await licenses({ ...IN_FORCE, settingCode }));
  const some = (listing: Prisma.ListingWhereInput) => ({
    some: { ...isOwnLicense, listing: { ...listing, ...isPublic } },
  });
  count("current, of a place of the directory", await licenses({ ...IN_FORCE, matches: some(SURVEYED) }));
  const none = { none: { ...isOwnLicense, listing: SURVEYED } };
  count(
    "current, of a place known from the list alone",
    await licenses({ ...IN_FORCE, matches: { ...some({}), ...none } }),
  );
  count("current, of no place here", await licenses({ ...IN_FORCE, matches: { none: isOwnLicense } }));
  const { licensed, listed, ranked } = (await getDenominators())!.beds!;
  count("licensed beds", licensed);
  count("licensed beds at published places", listed);
  count("licensed beds at ranked addresses", ranked);
}

async function countMatches(): Promise<void> {
  const listings = (license: Prisma.LicenseWhereInput) =>
    db.listing.count({ where: { licenseMatches: { some: { ...isOwnLicense, license } }, ...SURVEYED, ...isPublic } });
  count("places with a current license", await listings(IN_FORCE));
  for (const settingCode of LICENSE_CLASSES)
    count(`places with a current license of class ${settingCode}`, await listings({ ...IN_FORCE, settingCode }));
  for (const basis of BASES)
    count(`pairs by ${basis}`, await db.licenseMatch.count({ where: { basis, listing: SURVEYED } }));
}

async function countRanking(): Promise<void> {
  count("ranked programs", await db.rankingEntry.count());
  count("their addresses", await db.rankingMember.count());
  for (const kind of LISTING_KINDS) count(`ranked as ${kind}`, await db.rankingEntry.count({ where: { kind } }));
  const members = await db.rankingMember.findMany({ select: { criteria: true } });
  const authorities = members.flatMap(({ criteria }) =>
    (criteria as { criteria: { authority?: string }[] }).criteria.flatMap(({ authority }) => authority ?? []),
  );
  count("addresses licensed by another authority, as they state", authorities.length);
  count("addresses that are not ranked", await db.rankingExclusion.count());
  for (const reason of GATE_REASONS) {
    const places = await db.rankingExclusion.count({ where: { reason } });
    if (places > 0) count(`not ranked: ${reason}`, places);
  }
}
