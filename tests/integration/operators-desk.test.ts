// What staff say of who runs places, against imports before and after it.
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { takeBackImport } from "@/lib/imports/take-back";
import { findListing } from "@/lib/listings/queries";
import {
  assignOperators,
  giveListing,
  mergeOperators,
  releaseListing,
  saveOperator,
  takeOutName,
} from "@/lib/operators/mutations";
import { db } from "@/lib/server/db";
import { holdStatements } from "@/lib/statements/queries";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { federalFile, importLocally, stateFile } from "../support/import-files";
import { newListingOf, newOperator, operatorsNow } from "../support/operators";

testDatabase();

const staff = staffSession();
const harbor = { name1: "Harbor House", street1: "1 Elm Street" };
const later = { name1: "The Harbor House, Inc.", street1: "2 Oak Street", phone: "213-555-0181" };
const seaside = { name1: "Seaside Clinic", street1: "3 Ash Street", phone: "213-555-0182" };
const second = { name1: "Seaside Clinic", street1: "4 Fir Street", phone: "213-555-0183" };
const federal = (edition = "2024", ...more: object[]) =>
  importLocally("samhsa", edition, federalFile(harbor, later, seaside, ...more));
const licensed = (license: object) => importLocally("dhcs", "2026-08-21", stateFile(license));
const HARBOR = "harbor-house-ca";
const SEASIDE = "seaside-clinic-ca";

beforeEach(async () => {
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`TRUNCATE "SourceEdition", "Listing", "License", "Operator", "SlugRedirect", "AuditEvent" CASCADE`,
  ]);
  await federal();
});

const operator = (slug: string) => db.operator.findUniqueOrThrow({ where: { slug } });
/** What staff saw of it. */
const seen = async (slug: string) => {
  const { id, version } = await operator(slug);
  return { id, version };
};
const runs = async (slug: string) =>
  (await operatorsNow()).find((each) => each.slug === slug)?.listings.map((listing) => listing.slug) ?? null;
const listingOf = (street: string) => db.listing.findFirstOrThrow({ where: { street: { startsWith: street } } });
const events = (action: string) => db.auditEvent.findMany({ where: { action } });
const merge = async (into = HARBOR, other = SEASIDE) =>
  mergeOperators(staff, { ...(await seen(into)), other, otherVersion: (await operator(other)).version });

describe("the name and the legal entities", () => {
  const typed = { name: "Harbor Houses of California", legalEntities: ["HARBOR, INC."] };

  test("stay as staff set them, whatever an import states", async () => {
    const target = await seen(HARBOR);
    const written = await saveOperator(staff, { ...target, ...typed });
    expect(written).toEqual({ outcome: "saved", slugs: await runs(HARBOR) });
    const stands = { ...typed, version: 2, staffFields: ["legalEntities", "name"] };
    expect(await operator(HARBOR)).toMatchObject(stands);
    await federal("2025", second);
    await licensed({ facility_name: "HARBOR HOUSE", legal_entity: "OTHER LLC", address_line1: "1 ELM ST" });
    expect(await db.licenseMatch.count()).toBe(1);
    expect(await operator(HARBOR)).toMatchObject(stands);
  });

  test("what staff left alone is stated by imports", async () => {
    await saveOperator(staff, { ...(await seen(HARBOR)), name: typed.name, legalEntities: [] });
    await licensed({ facility_name: "HARBOR HOUSE", legal_entity: "OTHER LLC", address_line1: "1 ELM ST" });
    expect(await operator(HARBOR)).toMatchObject({ name: typed.name, legalEntities: ["OTHER LLC"] });
  });

  test("are written once, over the version that staff saw", async () => {
    const target = await seen(HARBOR);
    await saveOperator(staff, { ...target, ...typed });
    expect(await saveOperator(staff, { ...target, ...typed })).toEqual({ outcome: "saved", slugs: [] });
    expect(await saveOperator(staff, { ...target, ...typed, name: "Another" })).toMatchObject({
      outcome: "conflict",
      current: { name: typed.name, version: 2 },
    });
    expect(await events("operator.edited")).toMatchObject([
      {
        actorId: staff.staffId,
        subjectType: "operator",
        subjectId: target.id,
        before: { name: "Harbor House", legalEntities: "" },
        after: { name: typed.name, legalEntities: "HARBOR, INC." },
      },
    ]);
    expect(await saveOperator(staff, { ...target, ...typed, id: crypto.randomUUID() })).toEqual({ outcome: "gone" });
  });
});

describe("a merge", () => {
  test("moves names and listings; the other record goes, and the audit has both slugs", async () => {
    const { id } = await operator(HARBOR);
    const [both, other] = [[...(await runs(HARBOR))!, ...(await runs(SEASIDE))!].sort(), await runs(SEASIDE)];
    expect(await merge()).toEqual({ outcome: "saved", slugs: both });
    expect(await operatorsNow()).toMatchObject([{ id, slug: HARBOR, name: "Harbor House", names: [HARBOR, SEASIDE] }]);
    expect(await events("operator.merged")).toMatchObject([
      { subjectId: id, before: { slug: SEASIDE, name: "Seaside Clinic" }, after: { slug: HARBOR, listings: other } },
    ]);
  });

  test.each(["2024", "2025"])(
    "stands through an import of %s, which brings a listing of the other name",
    async (edition) => {
      await merge();
      await federal(edition, second);
      expect(await operatorsNow()).toMatchObject([{ slug: HARBOR, name: "Harbor House", listings: [{}, {}, {}, {}] }]);
    },
  );

  test("keeps the name of the one that stays, and joins the legal entities", async () => {
    await licensed({ facility_name: "HARBOR HOUSE", legal_entity: "HARBOR LLC", address_line1: "1 ELM ST" });
    await merge(SEASIDE, HARBOR);
    await federal("2025");
    expect(await operatorsNow()).toMatchObject([{ name: "Seaside Clinic", legalEntities: ["HARBOR LLC"] }]);
  });

  test("loses no legal entity that staff typed on the other side", async () => {
    await saveOperator(staff, { ...(await seen(SEASIDE)), name: "Seaside Clinic", legalEntities: ["TYPED INC"] });
    await merge();
    expect(await operator(HARBOR)).toMatchObject({
      legalEntities: ["TYPED INC"],
      staffFields: ["legalEntities", "name"],
    });
  });

  test("pressed twice is one, and is refused when either side has changed", async () => {
    const [into, other] = [await seen(HARBOR), await seen(SEASIDE)];
    const press = { ...into, other: SEASIDE, otherVersion: other.version };
    expect(await mergeOperators(staff, { ...press, otherVersion: 7 })).toMatchObject({ outcome: "conflict" });
    expect(await mergeOperators(staff, { ...press, version: 7 })).toMatchObject({ outcome: "conflict" });
    expect(await mergeOperators(staff, { ...press, other: "nobody" })).toEqual({ outcome: "gone" });
    expect(await mergeOperators(staff, { ...press, other: HARBOR })).toEqual({ outcome: "saved", slugs: [] });
    expect(await mergeOperators(staff, press)).toMatchObject({ outcome: "saved" });
    expect(await mergeOperators(staff, press)).toEqual({ outcome: "saved", slugs: [] });
    expect(await events("operator.merged")).toHaveLength(1);
  });
});

describe("a name that is taken out", () => {
  const takeOut = async (key = SEASIDE) => takeOutName(staff, { ...(await seen(HARBOR)), key });

  test("is an operator of its own again, with its listings, and imports leave it so", async () => {
    const before = await operatorsNow();
    await merge();
    expect(await takeOut()).toEqual({ outcome: "saved", slugs: before.flatMap(({ listings }) => listings.map(({ slug }) => slug)).sort() }); // prettier-ignore
    const who = (all: typeof before) => all.map(({ slug, name, names, listings }) => ({ slug, name, names, listings }));
    expect(who(await operatorsNow())).toEqual(who(before));
    await federal("2025", second);
    expect(await runs(HARBOR)).toHaveLength(2);
    expect(await runs(SEASIDE)).toHaveLength(2);
    expect(await events("operator.name_taken_out")).toMatchObject([
      { before: { slug: HARBOR }, after: { slug: SEASIDE } },
    ]);
  });

  test("waits for an import when no listing has it now", async () => {
    const report = await federal("2025", { name1: "Hill House", street1: "9 Hill Street", phone: "213-555-0189" });
    await merge(HARBOR, "hill-house-ca");
    await takeBackImport(system("import"), report.number, false);
    expect(await takeOut("hill-house-ca")).toMatchObject({ outcome: "saved" });
    expect((await operatorsNow()).map(({ slug }) => slug)).toEqual([HARBOR, SEASIDE]);
    await federal("2025", { name1: "Hill House", street1: "9 Hill Street", phone: "213-555-0189" });
    expect(await runs("hill-house-ca")).toHaveLength(1);
  });

  test("is never its own, is taken out once, and over the version that staff saw", async () => {
    expect(await takeOut(HARBOR)).toEqual({ outcome: "gone" });
    await merge();
    const target = { ...(await seen(HARBOR)), key: SEASIDE };
    expect(await takeOutName(staff, { ...target, version: 1 })).toMatchObject({ outcome: "conflict" });
    expect(await takeOutName(staff, target)).toMatchObject({ outcome: "saved" });
    expect(await takeOutName(staff, target)).toEqual({ outcome: "saved", slugs: [] });
    expect(await events("operator.name_taken_out")).toHaveLength(1);
  });
});

describe("a listing that goes by another name", () => {
  const give = async (slug: string) => giveListing(staff, { ...(await seen(HARBOR)), listing: slug });

  test("is run by whom staff say, through imports, until they take it back", async () => {
    const { id: listingId, slug } = await listingOf("3 Ash");
    expect(await give(slug)).toEqual({ outcome: "saved", slugs: await runs(HARBOR) });
    expect(await runs(HARBOR)).toContain(slug);
    // Nobody is left of that name; an operator that nobody edited goes.
    expect(await runs(SEASIDE)).toBeNull();
    await federal("2025", second);
    expect(await runs(HARBOR)).toContain(slug);
    expect(await runs(SEASIDE)).toHaveLength(1);
    expect(await releaseListing(staff, { ...(await seen(HARBOR)), listingId })).toMatchObject({ outcome: "saved" });
    expect(await runs(SEASIDE)).toContain(slug);
    expect(await db.listing.findUnique({ where: { slug } })).toMatchObject({ staffFields: [] });
    expect([...(await events("operator.listing_given")), ...(await events("operator.listing_released"))]).toMatchObject(
      [
        { before: { slug: SEASIDE }, after: { slug: HARBOR, listing: slug } },
        { before: { slug: HARBOR, listing: slug }, after: { slug: SEASIDE } },
      ],
    );
  });

  test("gives the operator no name", async () => {
    const { slug } = await listingOf("1 Elm");
    await giveListing(staff, { ...(await seen(SEASIDE)), listing: slug });
    expect((await runs(SEASIDE))?.[0]).toBe(slug);
    await federal();
    expect(await operator(SEASIDE)).toMatchObject({ name: "Seaside Clinic" });
  });

  test("follows its name to an operator that is made for it, when nobody else has that name", async () => {
    const { id: listingId, slug } = await listingOf("3 Ash");
    await give(slug);
    await releaseListing(staff, { ...(await seen(HARBOR)), listingId });
    expect(await runs(SEASIDE)).toEqual([slug]);
    expect(await operator(SEASIDE)).toMatchObject({ name: "Seaside Clinic" });
  });

  test("is given once and released once, over the version that staff saw", async () => {
    const { id: listingId, slug } = await listingOf("3 Ash");
    const target = await seen(HARBOR);
    expect(await giveListing(staff, { ...target, listing: "nowhere" })).toBe("unknown");
    expect(await giveListing(staff, { ...target, version: 7, listing: slug })).toMatchObject({ outcome: "conflict" });
    await giveListing(staff, { ...target, listing: slug });
    expect(await giveListing(staff, { ...target, listing: slug })).toEqual({ outcome: "saved", slugs: [] });
    expect(await releaseListing(staff, { ...target, listingId })).toMatchObject({ outcome: "conflict" });
    const later = await seen(HARBOR);
    await releaseListing(staff, { ...later, listingId });
    expect(await releaseListing(staff, { ...later, listingId })).toEqual({ outcome: "saved", slugs: [] });
    expect(await releaseListing(staff, { ...later, listingId: crypto.randomUUID() })).toEqual({ outcome: "gone" });
    expect((await events("operator.listing_given")).length + (await events("operator.listing_released")).length).toBe(
      2,
    );
  });

  test("is none that our staff corrected, for the readers", async () => {
    const { slug } = await listingOf("3 Ash");
    await give(slug);
    expect(await findListing(slug)).toMatchObject({
      listing: { correctedByStaff: false, operator: { name: "Harbor House" } },
    });
  });
});

test("nothing is done while an import runs", async () => {
  const [target, other] = [await seen(HARBOR), await seen(SEASIDE)];
  const { id: listingId, slug } = await listingOf("3 Ash");
  const busy = { outcome: "busy" };
  await db.$transaction(async (tx) => {
    await holdStatements(tx);
    expect(await saveOperator(staff, { ...target, name: "Other", legalEntities: [] })).toEqual(busy);
    expect(await mergeOperators(staff, { ...target, other: SEASIDE, otherVersion: other.version })).toEqual(busy);
    expect(await takeOutName(staff, { ...target, key: SEASIDE })).toEqual(busy);
    expect(await giveListing(staff, { ...target, listing: slug })).toEqual(busy);
    expect(await releaseListing(staff, { ...target, listingId })).toEqual(busy);
  });
});

test("whatever staff merge and take out, every listing is run by whoever has its name, and imports change nothing", async () => {
  await federal("2025", second, { name1: "Hill House", street1: "9 Hill Street", phone: "213-555-0189" });
  const keys = [HARBOR, SEASIDE, "hill-house-ca"];
  const step = fc.record({ isMerge: fc.boolean(), one: fc.nat(2), other: fc.nat(2) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      for (const { isMerge, one, other } of steps) {
        const holder = await db.operatorName.findUnique({ where: { key: keys[one]! }, select: { operator: true } });
        if (!holder) continue;
        const { id, version } = holder.operator;
        const there = await db.operator.findUnique({ where: { slug: keys[other]! } });
        if (isMerge && there)
          await mergeOperators(staff, { id, version, other: there.slug, otherVersion: there.version });
        if (!isMerge) await takeOutName(staff, { id, version, key: keys[other]! });
      }
      const now = await operatorsNow();
      for (const { slug, names } of now) expect(names).toContain(slug);
      expect(now.flatMap(({ names }) => names).toSorted()).toEqual(keys.toSorted());
      expect(now.flatMap(({ listings }) => listings)).toHaveLength(5);
      await db.$transaction((tx) => assignOperators(tx));
      expect(await operatorsNow()).toEqual(now);
    }),
    { numRuns: 15 },
  );
});

test("an operator without listings stays only when staff edited it", async () => {
  const [edited, bare] = [await newOperator(0), await newOperator(0)];
  await saveOperator(staff, { ...(await seen(edited.slug)), name: "A name of ours", legalEntities: [] });
  await newListingOf(null, "Harbor House");
  await db.$transaction((tx) => assignOperators(tx));
  const slugs = (await operatorsNow()).map(({ slug }) => slug);
  expect(slugs).toContain(edited.slug);
  expect(slugs).not.toContain(bare.slug);
  expect(await runs(HARBOR)).toHaveLength(3);
});
