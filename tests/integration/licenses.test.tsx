// The state's licenses and the places of the seed: which are whose, what a page says of them, and why the others are not.
import { describe, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { noteLicense } from "@/lib/listings/mutations";
import { settleUnmatched } from "@/lib/operators/jobs";
import { explainedLicenses } from "@/lib/matches/queries";
import { db } from "@/lib/server/db";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { printedOfAll, sectionFor, sectionOf } from "../support/license-pages";

testDatabase({ seeded: true });

describe("of the places without a current license", () => {
  test("none shares a phone, a name or a house with one unexplained", async () => {
    const shared = await explainedLicenses(db);
    expect(shared.filter(({ reason, note }) => !reason && !note)).toEqual([]);
    const counts: Record<string, number> = {};
    for (const { reason } of shared) counts[reason ?? "noted"] = (counts[reason ?? "noted"] ?? 0) + 1;
    expect(counts).toEqual({
      ended: 12,
      other_tenant: 12,
      other_city: 34,
      phone_of_another_address: 24,
      noted: 14,
    });
  });

  test("a license that no rule explains waits for a note by staff, with evidence", async () => {
    const { id } = await db.listing.findUniqueOrThrow({ where: { slug: "pax-house-pasadena" }, select: { id: true } });
    const kept = await db.license.findUniqueOrThrow({ where: { number: "190732BP" } });
    const { id: _id, ...columns } = kept;
    await db.license.create({ data: { ...columns, number: "199999BP", street: "1 EAST WALNUT STREET" } });
    const reasons = async () => {
      const shared = await explainedLicenses(db, { id });
      return shared.map(({ number, reason, note }) => [number, reason, note?.note]);
    };
    const seeded = [
      "190732BP",
      null,
      "The license is for another address, and its holder has the name of this operator.",
    ];
    expect(await reasons()).toEqual([seeded, ["199999BP", null, undefined]]);
    const note = { id, licenseNumber: "199999BP", note: "It opened later.", evidence: "They said so." };
    const staff = staffSession();
    expect(await noteLicense(staff, { ...note, licenseNumber: "198888BP" })).toBeNull();
    expect(await noteLicense(staff, note, "one press")).toBe("pax-house-pasadena");
    await noteLicense(staff, note, "one press");
    expect(await reasons()).toEqual([seeded, ["199999BP", null, "It opened later."]]);
    const { id: _listing, ...after } = note;
    const events = await db.auditEvent.findMany({ where: { action: "listing.license_noted", actorId: staff.staffId } });
    expect(events).toMatchObject([{ subjectType: "listing", subjectId: id, after }]);
    await expect(db.licenseNote.updateMany({ where: { listingId: id }, data: { note: "x" } })).rejects.toMatchObject({
      code: "P2003",
    });
  });
});

describe("the page of a place", () => {
  test.each([
    ["cri-help-inc-socorro-los-angeles", "190095MN", "this address; the same name, legal entity"],
    [
      "la-centers-for-alcohol-and-drug-abuse-downtown-la-outpatient-los-angeles",
      "190100EN",
      "an additional location of the license; the same name, legal entity",
    ],
    ["grandview-foundation-inc-pasadena", "190022AN", "Probable: the two sources write"],
    [
      "american-indian-changing-spirits-long-beach",
      "190239AN",
      "operator and ZIP code, as the address is confidential",
    ],
  ])("%s says by what license %s was found", async (slug, number, words) => {
    const text = await sectionOf(slug);
    expect(text).toContain(number);
    expect(text).toContain(words);
  });

  test("names what does not count, and that it does not", async () => {
    const tenant = await sectionOf("jewel-city-treatment-center-glendale");
    expect(tenant).toContain("We did not find a current license in the state’s list of August 21, 2026.");
    expect(tenant).toContain("A license stands at this address under another name: 191201BP, UPPER PATH RECOVERY LLC.");
    const elsewhere = "twin-town-treatment-centers-twin-town-torrance-torrance";
    expect(await sectionOf(elsewhere)).toContain(
      "This operator is licensed at 3828 CARSON STREET, SUITE100, TORRANCE: 190290AP",
    );
    expect(await sectionOf(elsewhere, "es")).toContain(
      "Este operador tiene licencia en 3828 CARSON STREET, SUITE100, TORRANCE",
    );
    expect(await sectionOf(elsewhere, "en", "2100-01-01")).not.toContain("190290AP");
    expect(await sectionOf("clear-behavioral-health-manhattan-beach")).toContain(
      "A license at 2309 W. 190TH STREET, REDONDO BEACH has this phone number: 190863FP",
    );
  });
});

describe("a confidential site", () => {
  test("no page prints its street, also not the page of another place whose phone leads to its license", async () => {
    const phone = "+16267656905";
    await db.listing.update({ where: { slug: "pax-house-pasadena" }, data: { intakePhones: [phone] } });
    await db.licenseMatch.deleteMany();
    await settleUnmatched(system("migrate"));
    expect(await sectionOf("pax-house-pasadena")).toContain("A license at another address in ALTADENA has this");
    const hidden = await db.license.findMany({
      where: { matches: { some: { basis: "operator_and_zip" } } },
      select: { street: true },
    });
    expect(hidden).toHaveLength(11);
    const printed = await printedOfAll((listing) => sectionFor(listing));
    const pages = printed
      .map(({ html }) => html)
      .join("\n")
      .toUpperCase();
    expect(hidden.filter(({ street }) => pages.includes(street.toUpperCase()))).toEqual([]);
  });

  test("it stands on the map in the middle of its ZIP", async () => {
    const sites = await db.listing.findMany({ where: { street: "" }, select: { positionSource: true } });
    expect(sites.length).toBeGreaterThan(10);
    expect(new Set(sites.map(({ positionSource }) => positionSource))).toEqual(new Set(["zip_centroid"]));
  });
});

test("matches that a migration removed are found again as they were, and those that stand stay", async () => {
  const matches = () =>
    db.licenseMatch.findMany({ omit: { id: true }, orderBy: [{ listingId: "asc" }, { licenseId: "asc" }] });
  await db.licenseMatch.deleteMany();
  await settleUnmatched(system("migrate"));
  const found = await matches();
  expect(found.length).toBeGreaterThan(200);
  const [kept] = await db.licenseMatch.findMany({ take: 1 });
  await settleUnmatched(system("migrate"));
  expect(await db.licenseMatch.findUnique({ where: { id: kept!.id } })).toEqual(kept);
  expect(await db.searchStale.count()).toBe(0);
  await db.licenseMatch.deleteMany();
  await settleUnmatched(system("migrate"));
  expect(await matches()).toEqual(found);
});
