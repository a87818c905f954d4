import { beforeAll, describe, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { publishFirstMethod } from "@/lib/methods/mutations";
import { getMethodOfNewestEdition } from "@/lib/methods/queries";
import { checksumOf } from "@/lib/rankings/checksum";
import { computeEdition } from "@/lib/rankings/ranking-edition";
import { publishEdition } from "@/lib/rankings/mutations";
import { getEdition, getMoves, getNewestEdition, getStanding, listEditionHeads } from "@/lib/rankings/queries";
import { frozenRecordSchema, rankingMethodSchema } from "@/lib/rankings/schema";
import { db, type Prisma } from "@/lib/server/db";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { testDatabase } from "../support/database";
import { listAgain, newLicense } from "../support/license";

testDatabase();

const AREA = "Los Angeles";
const MODEST = "BUM BU ACC CMHA DAUT JC WN CBT ORT SHG GCO CM MD PA SP".split(" ");
const RICH = [...MODEST, ..."NU MM NOE MHPA HCT CO TRC CMI MOTI OIT DP PEER FCO CCC TA".split(" ")];
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

async function addListing(slug: string, yes: string[], changes: Partial<Prisma.ListingCreateInput> = {}) {
  const survey = { source: "samhsa", asOf: day("2023-01-01"), asOfPrecision: "year" } as const;
  const place = { street: "1 Main St", city: "Los Angeles", state: "CA", zip: "90012", county: AREA } as const;
  const { id } = await db.listing.create({
    data: {
      slug,
      name: slug,
      status: "published",
      kind: "outpatient",
      ...place,
      factSheets: { create: { ...survey, yes, no: [] } },
      ...changes,
    },
    select: { id: true },
  });
  return id;
}

/** A license that is a listing's own, or another tenant's. */
async function addLicense(listingId: string, number: string, expiresOn: string, isOwn = true) {
  const licenseId = await newLicense(number, expiresOn);
  const own: Pick<Prisma.LicenseMatchUncheckedCreateInput, "basis" | "agreement" | "certainty"> = {
    basis: "own_address",
    agreement: ["name"],
    certainty: "certain",
  };
  const data = { listingId, licenseId, ...(isOwn ? own : { basis: "other_name" as const }) };
  await db.licenseMatch.create({ data, select: { id: true } });
}

const publish = (judgedOn = "2026-08-21") => publishEdition(system("rank"), { area: AREA, judgedOn });

let rich: string;

describe("an edition", () => {
  test("needs a published method", async () => {
    expect(await publish()).toEqual({ outcome: "no_method" });
  });

  describe("of four places", () => {
    beforeAll(async () => {
      await publishFirstMethod(system("seed"), METHOD_V1, { en: "First.", es: "Primero." });
      rich = await addListing("rich", RICH);
      await addLicense(rich, "19A", "2026-10-31");
      await addLicense(await addListing("modest", MODEST), "19B", "2028-10-31");
      await addLicense(await addListing("anothers", RICH), "19C", "2028-10-31", false);
      await addLicense(await addListing("expired", RICH), "19D", "2026-07-31");
      await addListing("draft", [...RICH, "OTP"], { status: "draft" });
      await addListing("elsewhere", [...RICH, "OTP"], { county: "Kern" });
    });

    test("ranks what passes the gates and lists the rest apart, each with its reason", async () => {
      expect(await publish()).toEqual({ outcome: "published", number: 1 });
      const edition = await getNewestEdition();
      expect(edition).toMatchObject({ number: 1, methodVersion: 1, area: AREA, judgedOn: "2026-08-21" });
      const ranked = edition?.entries.map(({ listing, rank, score }) => [listing.slug, rank, score]);
      expect(ranked).toEqual([
        ["rich", 1, 100],
        ["modest", 2, 56],
      ]);
      expect(edition?.entries[0]?.facts).toMatchObject({ mediCal: "yes", spanish: "yes" });
      expect(edition?.exclusions.map(({ listing, reason, detail }) => [listing.slug, reason, detail])).toEqual([
        ["anothers", "no_current_authorization", null],
        ["expired", "license_expired", "2026-07-31"],
      ]);
    });

    test("is not written twice over the same method and facts", async () => {
      const audited = await db.auditEvent.count();
      expect(await publish()).toEqual({ outcome: "unchanged", number: 1 });
      const outcomes = (await Promise.all([publish(), publish()])).map(({ outcome }) => outcome);
      expect(outcomes).toEqual(["unchanged", "unchanged"]);
      expect(await db.rankingEdition.count()).toBe(1);
      expect(await db.auditEvent.count()).toBe(audited);
    });

    test("can be recomputed, to the last digit, from what it froze", async () => {
      const stored = await db.rankingEdition.findUniqueOrThrow({
        where: { number: 1 },
        select: {
          inputsChecksum: true,
          prior: true,
          method: { select: { definition: true } },
          entries: { orderBy: { position: "asc" }, include: { members: { orderBy: { place: "asc" } } } },
          exclusions: true,
        },
      });
      const members = stored.entries.flatMap((entry) => entry.members);
      const frozen = [...members, ...stored.exclusions].map(({ criteria }) => frozenRecordSchema.parse(criteria));
      const inputs = {
        stateListAsOf: frozen[0]?.stateListAsOf ?? null,
        listings: frozen.map(({ input }) => input),
      };
      const again = computeEdition(rankingMethodSchema.parse(stored.method.definition), inputs);
      expect(again.checksum).toBe(stored.inputsChecksum);
      expect(again.prior).toBe(stored.prior);
      expect(again.entries).toHaveLength(2);
      for (const [index, entry] of again.entries.entries()) {
        const { position, rank, band, score, low, high, coverage, criteria } = entry;
        const figures = { position, rank, band, score, low, high, coverage, criteria };
        expect(stored.entries[index]).toMatchObject(figures);
      }
      const records = [...again.entries.flatMap((entry) => entry.members), ...again.exclusions];
      expect(frozen).toMatchObject(records.map(({ input, criteria }) => ({ input, criteria })));
      // The database keeps no order of keys; the checksum needs none.
      expect(
        checksumOf({ method: stored.method.definition, inputs: { ...inputs, listings: sorted(inputs.listings) } }),
      ).toBe(stored.inputsChecksum);
    });

    test("explains a place by rows that add up to its score", async () => {
      const standing = await getStanding(rich);
      if (standing?.status !== "ranked") throw new Error("not ranked");
      const won = standing.breakdown.rows.reduce((sum, row) => sum + row.won, 0);
      expect(won + standing.breakdown.unknown.counted).toBe(standing.breakdown.total);
      expect(standing).toMatchObject({ rank: 1, band: 1, score: { score: 100, low: 100, high: 100, coverage: 1 } });
      expect(standing.breakdown.rows.find(({ key }) => key === "state-license")).toMatchObject({
        value: "yes",
        source: "dhcs",
        asOf: "2026-08-21",
      });
      expect(standing.method).toEqual(METHOD_V1);
    });

    test("says of a place it does not rank why", async () => {
      const { id } = await db.listing.findUniqueOrThrow({ where: { slug: "expired" }, select: { id: true } });
      expect(await getStanding(id)).toMatchObject({
        status: "excluded",
        reason: "license_expired",
        detail: "2026-07-31",
      });
    });

    test("is frozen: the database refuses to change or delete it, its places or its method", async () => {
      // How Prisma names the trigger's restrict_violation.
      const refusal = { code: "P2003" };
      await expect(db.rankingEdition.updateMany({ data: { prior: 1 } })).rejects.toMatchObject(refusal);
      await expect(db.rankingEntry.updateMany({ data: { score: 100 } })).rejects.toMatchObject(refusal);
      await expect(db.rankingEntry.updateMany({ data: { rankWorst: 1 } })).rejects.toMatchObject(refusal);
      await expect(db.rankingEdition.updateMany({ data: { stability: {} } })).rejects.toMatchObject(refusal);
      await expect(db.rankingEntry.deleteMany()).rejects.toMatchObject(refusal);
      await expect(db.rankingExclusion.updateMany({ data: { reason: "closed" } })).rejects.toMatchObject(refusal);
      await expect(db.rankingExclusion.deleteMany()).rejects.toMatchObject(refusal);
      await expect(db.rankingMethod.updateMany({ data: { changelog: "other" } })).rejects.toMatchObject(refusal);
      const another = { ...METHOD_V1, constants: { ...METHOD_V1.constants, priorPercentile: 50 } };
      await expect(publishFirstMethod(system("seed"), another, { en: "Other.", es: "Otro." })).rejects.toThrow(
        /new version/,
      );
      expect(await publishFirstMethod(system("seed"), METHOD_V1, { en: "First.", es: "Primero." })).toMatchObject({
        version: 1,
      });
    });

    test("follows a newer list without a renewal and a place that closes with the next number", async () => {
      // What ends after the list's day counts as current, because the list had it so.
      expect(await publish("2026-11-01")).toEqual({ outcome: "unchanged", number: 1 });
      await listAgain("19A", "2026-11-01");
      expect(await publish("2026-11-01")).toEqual({ outcome: "published", number: 2 });
      expect(await getStanding(rich)).toMatchObject({
        status: "excluded",
        reason: "license_expired",
        detail: "2026-10-31",
      });
      await db.listing.update({
        where: { slug: "modest" },
        data: { closedOn: day("2026-11-01"), closedReason: "Closed by its owner" },
        select: { id: true },
      });
      expect(await publish("2026-11-01")).toEqual({ outcome: "published", number: 3 });
      const edition = await getNewestEdition();
      expect(edition?.entries).toEqual([]);
      const closed = edition?.exclusions.find(({ reason }) => reason === "closed");
      expect(closed).toMatchObject({ detail: "2026-11-01", closedReason: "Closed by its owner" });
    });

    test("can be read by its number, criteria with source and date included, long after newer ones", async () => {
      const first = await getEdition(1);
      expect(first).toMatchObject({ number: 1, rankedCount: 2, judgedOn: "2026-08-21" });
      const rich = first?.entries[0];
      expect(rich).toMatchObject({
        listing: { slug: "rich", kind: "outpatient" },
        within: { rank: 1, count: 2, band: 1 },
      });
      expect(rich?.criteria.find(({ key }) => key === "state-license")).toMatchObject({ source: "dhcs", points: 8 });
      expect(first?.exclusions[0]?.criteria).toHaveLength(rich?.criteria.length ?? 0);
      expect(await getEdition(99)).toBeNull();
    });

    test("shows how its places moved since the one before, and which facts did it", async () => {
      expect(await getMoves(1)).toBeNull();
      const second = await getMoves(2);
      expect(second).toMatchObject({ since: 1, unpublishedCount: 0, weights: [] });
      expect(second?.moves.get("modest")).toMatchObject({
        direction: "up",
        from: 2,
        to: 1,
        causes: [{ type: "others" }],
      });
      expect(second?.left.map(({ listing, move }) => [listing.slug, move.from, move.causes[0]])).toEqual([
        ["rich", 1, { type: "gate", from: null, to: { reason: "license_expired", detail: "2026-10-31" } }],
      ]);
      const third = await getMoves(3);
      expect(third?.left.map(({ listing }) => listing.slug)).toEqual(["modest"]);
      expect(third?.moves.get("modest")?.causes).toEqual([
        { type: "gate", from: null, to: { reason: "closed", detail: "2026-11-01" } },
      ]);
    });

    test("tells what comes back from what is new, and counts what is no longer published", async () => {
      await addLicense(await addListing("young", RICH), "19Y", "2028-10-31");
      const reopened = { closedOn: null, closedReason: null };
      await db.listing.update({ where: { slug: "modest" }, data: reopened, select: { id: true } });
      expect(await publish("2026-11-01")).toEqual({ outcome: "published", number: 4 });
      const fourth = await getMoves(4);
      expect([...(fourth?.moves ?? [])].map(([slug, { direction, to }]) => [slug, direction, to])).toEqual(
        expect.arrayContaining([
          ["young", "new", 1],
          ["modest", "returned", 2],
        ]),
      );
      const { id } = await db.listing.update({
        where: { slug: "young" },
        data: { status: "archived" },
        select: { id: true },
      });
      expect(await publish("2026-11-01")).toEqual({ outcome: "published", number: 5 });
      expect(await getMoves(5)).toMatchObject({ left: [], unpublishedCount: 1 });
      expect((await getMoves(5, id))?.moves.size).toBe(0);
      expect(
        (await getEdition(4))?.entries.map(({ listing, rank, within }) => [listing.slug, rank, within.rank]),
      ).toEqual([["modest", 2, 2]]);
      const heads = await listEditionHeads();
      expect(heads.map(({ number, judgedOn, rankedCount }) => [number, judgedOn, rankedCount])).toEqual([
        [5, "2026-11-01", 1],
        [4, "2026-11-01", 2],
        [3, "2026-11-01", 0],
        [2, "2026-11-01", 1],
        [1, "2026-08-21", 2],
      ]);
    });

    test("gives a place's own page its move alone", async () => {
      const { id } = await db.listing.findUniqueOrThrow({ where: { slug: "modest" }, select: { id: true } });
      const standing = await getStanding(id);
      expect(standing?.moves?.moves.get("modest")).toMatchObject({ direction: "up", from: 2, to: 1 });
      expect(standing?.moves?.moves.size).toBe(1);
    });

    test("leaves an audit event, and its method is what the method page prints", async () => {
      const events = await db.auditEvent.findMany({ orderBy: { at: "asc" }, select: { action: true, after: true } });
      expect(events.map(({ action }) => action)).toEqual([
        "ranking_method.published",
        ...Array<string>(5).fill("ranking_edition.published"),
      ]);
      expect(events[1]?.after).toMatchObject({ number: 1, method: 1, ranked: 2, excluded: 2 });
      expect((await getMethodOfNewestEdition())?.definition).toEqual(METHOD_V1);
    });

    test("no longer shows a place that was archived since", async () => {
      await db.listing.update({ where: { slug: "expired" }, data: { status: "archived" }, select: { id: true } });
      const edition = await getNewestEdition();
      expect(edition?.exclusions.map(({ listing }) => listing.slug)).not.toContain("expired");
      expect(edition?.excludedCount).toBe(3);
    });
  });
});

const sorted = (listings: { name: string }[]) => listings.toSorted((a, b) => (a.name < b.name ? -1 : 1));
