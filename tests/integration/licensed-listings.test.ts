import { beforeEach, describe, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { takeBackLines } from "@/lib/imports/report";
import { takeBackImport } from "@/lib/imports/take-back";
import { settleAgain } from "@/lib/operators/jobs";
import { findListing } from "@/lib/listings/queries";
import { NO_FILTERS } from "@/lib/search/filters";
import { search } from "@/lib/search/queries";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { federalFile, importLocally, stateFile } from "../support/import-files";

testDatabase();

beforeEach(async () => {
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`TRUNCATE "SourceEdition", "Listing", "License", "SlugRedirect", "AuditEvent" CASCADE`,
  ]);
});

const WILLOW = {
  license_number: "190010AN",
  facility_name: "WILLOW BEND RETREAT, LLC",
  address_line1: "7 ELM STREET",
  phone: "(213) 555-0144",
  setting_code: "RES",
  offers_detox: "true",
  treatment_capacity: "6",
};
const list = (edition: string, ...rows: Parameters<typeof stateFile>) =>
  importLocally("dhcs", edition, stateFile(...rows), { confirm: true });
const directory = (edition: string, ...rows: Parameters<typeof federalFile>) =>
  importLocally("samhsa", edition, federalFile(...rows), { confirm: true });
const published = async () => {
  const rows = await db.listing.findMany({ where: { status: "published" }, orderBy: { slug: "asc" } });
  return rows.map(({ slug, knownByLicense }) => `${slug} ${knownByLicense ?? "-"}`);
};
const listingOf = async (number: string) =>
  db.listing.findUniqueOrThrow({ where: { knownByLicense: number }, include: { factSheets: true, operator: true } });
const HARBOR = "harbor-clinic-los-angeles -";
const WILLOW_SLUG = "willow-bend-retreat-llc-los-angeles-190010an";
const willow = `${WILLOW_SLUG} 190010AN`;

describe("a current license that no other listing has", () => {
  test("makes one, with what the list says and nothing else", async () => {
    await directory("2024", {});
    const { licensedListings } = await list("2026-08-21", {}, WILLOW);
    expect(licensedListings).toEqual({ places: 1, new: 1, changed: 0, withdrawn: 0 });
    expect(await published()).toEqual([HARBOR, willow]);
    const listing = await listingOf("190010AN");
    expect(listing).toMatchObject({
      name: "Willow Bend Retreat, LLC",
      street: "7 Elm Street",
      city: "Los Angeles",
      phone: "+12135550144",
      county: "Los Angeles",
      kind: "residential",
      positionSource: "dhcs",
      siteKey: null,
      operator: { name: "Willow Bend Retreat, LLC", slug: "willow-bend-retreat-ca" },
    });
    expect(listing.factSheets).toMatchObject([{ source: "dhcs", asOfPrecision: "day", yes: ["DT"], no: [] }]);
  });

  test("is found by its name and number, and by detox, and comes after what is ranked", async () => {
    await list("2026-08-21", WILLOW);
    const found = async (filters: Partial<typeof NO_FILTERS>) =>
      (await search({ ...NO_FILTERS, ...filters })).result.hits.map(({ slug, fromStateList }) => [slug, fromStateList]);
    const hit = [[WILLOW_SLUG, true]];
    expect(await found({ text: "willow bend" })).toEqual(hit);
    expect(await found({ text: "190010AN" })).toEqual(hit);
    expect(await found({ level: ["detox"] })).toEqual(hit);
    expect(await found({ medication: ["methadone"] })).toEqual([]);
  });

  test.each([
    ["another county", { county: "Orange County" }],
    ["a license that had ended by the day of the list", { license_expiration: "2026-08-20" }],
  ])("but not of %s", async (_, given) => {
    await importLocally("dhcs", "2026-08-21", stateFile({ ...WILLOW, ...given }), { county: null });
    expect(await published()).toEqual([]);
  });

  test("makes one listing with the operator's other licenses at that house", async () => {
    await list("2026-08-21", WILLOW, { ...WILLOW, license_number: "190010BN", setting_code: "NON" });
    expect(await published()).toEqual([willow]);
    expect(await db.licenseMatch.count({ where: { certainty: { not: null } } })).toBe(2);
  });

  test("makes none when a listing that staff took off the site has it", async () => {
    await directory("2024", {});
    await db.listing.updateMany({ data: { status: "archived", staffFields: ["status"] } });
    await list("2026-08-21", {});
    expect(await published()).toEqual([]);
  });
});

describe("in whichever order the two sources come", () => {
  const named = { name1: "Willow Bend Retreat", street1: "7 Elm St", phone: "213-555-0144" };

  test("a place that the directory names is its listing alone", async () => {
    const files = [() => directory("2024", {}, named), () => list("2026-08-21", {}, WILLOW)];
    const sites = [];
    for (const order of [files, files.toReversed()]) {
      for (const run of order) await run();
      sites.push(await published());
      await db.$transaction([
        db.$executeRaw`SET LOCAL session_replication_role = replica`,
        db.$executeRaw`TRUNCATE "SourceEdition", "Listing", "License", "SlugRedirect" CASCADE`,
      ]);
    }
    expect(sites[0]).toEqual([HARBOR, "willow-bend-retreat-los-angeles -"]);
    expect(sites[1]).toEqual(sites[0]);
  });

  test("the page that the list made leads to it, and is there again when the directory is taken back", async () => {
    await list("2026-08-21", {}, WILLOW);
    const { number, licensedListings } = await directory("2024", {}, named);
    expect(licensedListings).toEqual({ places: 0, new: 0, changed: 0, withdrawn: 2 });
    expect(await findListing(WILLOW_SLUG)).toEqual({ state: "moved", slug: "willow-bend-retreat-los-angeles" });
    const before = await db.searchEntry.findMany({ select: { sortName: true } });
    expect(before).toHaveLength(2);
    const words = "  on the site  2 places back, 2 no longer";
    expect(takeBackLines(await takeBackImport(system("import"), number, true))).toContain(words);
    expect(await findListing(WILLOW_SLUG)).toMatchObject({ state: "moved" });
    expect(takeBackLines(await takeBackImport(system("import"), number, false))).toContain(words);
    expect(await findListing(WILLOW_SLUG)).toMatchObject({ state: "published", listing: { fromStateList: true } });
    expect(await published()).toEqual(["harbor-clinic-los-angeles-190001an 190001AN", willow]);
  });
});

test("when staff publish a place that has the license, the other page leads to it from the next night on", async () => {
  const named = { name1: "Willow Bend Retreat", street1: "7 Elm St", phone: "213-555-0144" };
  // Nothing is known of it, so it waits for staff.
  await directory("2024", {}, { ...named, service_code_info: "" });
  await list("2026-08-21", {}, WILLOW);
  expect(await published()).toEqual([HARBOR, willow]);
  await db.listing.updateMany({ where: { status: "draft" }, data: { status: "published", staffFields: ["status"] } });
  await settleAgain(system("rank"));
  expect(await published()).toEqual([HARBOR, "willow-bend-retreat-los-angeles -"]);
  expect(await findListing(WILLOW_SLUG)).toEqual({ state: "moved", slug: "willow-bend-retreat-los-angeles" });
});

describe("a newer list", () => {
  test("changes what it says, finds the place under a new number, and leaves what staff set", async () => {
    await list("2026-08-21", WILLOW);
    const { id } = await listingOf("190010AN");
    await db.listing.update({ where: { id }, data: { name: "Willow Bend", staffFields: ["name"] } });
    const moved = { ...WILLOW, license_number: "200010AN", phone: "(213) 555-0155", offers_detox: "false" };
    await list("2026-09-21", { ...moved, facility_name: "Willow Bend" });
    expect(await listingOf("200010AN")).toMatchObject({
      id,
      name: "Willow Bend",
      phone: "+12135550155",
      factSheets: [{ asOf: new Date("2026-09-21"), yes: [], no: ["DT"] }],
    });
    expect(await db.listing.count()).toBe(1);
  });

  test("that no longer has the license takes the place off the site; what something refers to stays on record", async () => {
    const cedar = { ...WILLOW, license_number: "190011AN", facility_name: "CEDAR GROVE", address_line1: "9 OAK ST" };
    await list("2026-08-21", {}, WILLOW, cedar);
    const { id } = await listingOf("190010AN");
    await db.listing.update({ where: { id }, data: { staffFields: ["phone"] } });
    const { licensedListings } = await list("2026-09-21", {});
    expect(licensedListings).toEqual({ places: 1, new: 0, changed: 1, withdrawn: 2 });
    expect(await published()).toEqual(["harbor-clinic-los-angeles-190001an 190001AN"]);
    expect(await db.listing.findMany({ where: { status: "archived" }, select: { id: true } })).toEqual([{ id }]);
    await list("2026-10-21", {}, WILLOW);
    expect(await listingOf("190010AN")).toMatchObject({ id, status: "published" });
  });

  test("read again changes nothing", async () => {
    await directory("2024", {});
    await list("2026-08-21", {}, WILLOW);
    const before = await db.listing.findMany({ orderBy: { slug: "asc" } });
    const { licensedListings } = await list("2026-08-21", {}, WILLOW);
    expect(licensedListings).toEqual({ places: 1, new: 0, changed: 0, withdrawn: 0 });
    expect(await db.listing.findMany({ orderBy: { slug: "asc" } })).toEqual(before);
  });
});

test("a license that the newer list drops is no longer matched with the place that the directory names", async () => {
  await directory("2024", {});
  await list("2026-08-21", {});
  const matches = () => db.licenseMatch.count({ where: { listing: { knownByLicense: null } } });
  expect(await matches()).toBe(1);
  const report = await list("2026-11-01", { license_number: "190002AN", address_line1: "1 ELM" });
  expect(report.gone).toEqual(["190001AN"]);
  expect(await matches()).toBe(0);
});
