// A conflict of interest with one place against every judgment about the other places of its operator, and about who
// runs what: by the code, by a prompt at the database, and at the same moment.
import type pg from "pg";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { decideCorrection, reportCorrection } from "@/lib/corrections/mutations";
import { declareInterest } from "@/lib/interests/mutations";
import { hasInterest, hasInterestInOperator } from "@/lib/interests/queries";
import { saveListing } from "@/lib/listings/mutations";
import { getListing } from "@/lib/listings/admin-queries";
import { listingSchema } from "@/lib/listings/schema";
import * as mutations from "@/lib/operators/mutations";
import {
  assignOperators,
  giveListing,
  mergeOperators,
  releaseListing,
  saveOperator,
  takeOutName,
} from "@/lib/operators/mutations";
import { getOutreachDesk } from "@/lib/outreach/admin-queries";
import { recordOutreach } from "@/lib/outreach/mutations";
import { db } from "@/lib/server/db";
import { ensureQueue } from "@/lib/server/queue";
import type { StaffSession } from "@/lib/staff/types";
import { formSender, staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { openDatabase } from "../support/database-prompt";
import { newInquiry, outreachStaff as sam } from "../support/inquiry";
import { newListingOf, newOperator, operatorsNow, type NewOperator } from "../support/operators";
import { expectWaiting } from "../support/waiting";

testDatabase();

const colleague = staffSession({ staffId: "alex", name: "Alex", email: "alex@example.com" });

beforeAll(async () => {
  await ensureQueue();
  const member = ({ staffId: id, name, email, role }: StaffSession) => ({ id, name, email, role });
  await db.staffMember.createMany({ data: [member(sam), member(colleague)] });
});

/** Two places of one operator, a place of another, and a report about the first place. */
let house: NewOperator;
let other: NewOperator;
let correctionId = "";
beforeEach(async () => {
  house = await newOperator(2);
  other = await newOperator();
  const words = { wrong: house.slug, right: undefined, evidence: undefined, email: undefined };
  const input = { topic: "contact", grounds: "asked_them", ...words } as const;
  const report = { input, listingId: place(), locale: "en", spam: "clear" } as const;
  const { reference } = await reportCorrection(formSender(), report);
  correctionId = (await db.correction.findUniqueOrThrow({ where: { reference } })).id;
});

const place = () => house.listings[0]!.id;
/** Declares one with the other place of the house, or with the place of another operator. */
const declare = (whose: NewOperator, staff = sam) => declareInterest(staff, whose.listings.at(-1)!.slug, "owns_part");
const seen = async ({ id }: NewOperator) => {
  const { version } = await db.operator.findUniqueOrThrow({ where: { id } });
  return { id, version };
};
const merge = async (staff: StaffSession, into = house, from = other) =>
  mergeOperators(staff, { ...(await seen(into)), other: from.slug, otherVersion: (await seen(from)).version });
const decide = (staff: StaffSession) => {
  return decideCorrection(staff, correctionId, 1, { status: "declined", declineReason: "It is right." });
};
const judges = (staff: StaffSession) => hasInterest(staff.staffId, place()).then((is) => !is);

test("declared with one place it stops judgments about the other places of its operator: by the code, by the database, and at the desk", async () => {
  await declare(house);
  expect(await decide(sam)).toEqual({ outcome: "interested" });
  const { id: inquiryId } = await newInquiry();
  const request = { inquiryId, listingId: place(), way: "call", shared: ["needs"] } as const;
  expect(await recordOutreach(sam, request)).toEqual({ status: "refused", code: "interested" });
  const { version, values } = (await getListing(sam, place()))!;
  const typed = listingSchema.parse({ id: place(), version, ...values, phone: "213-555-0199" });
  await expect(saveListing(sam, typed)).rejects.toMatchObject({ code: "P2003" });
  const desk = await getOutreachDesk(sam, inquiryId, house.listings[0]!.slug);
  expect(desk.chosen).toMatchObject({ refusal: "interested" });
  expect((await getOutreachDesk(sam, inquiryId, other.listings[0]!.slug)).chosen?.refusal).toBeNull();
  expect(await saveListing(colleague, typed)).toMatchObject({ outcome: "saved" });
});

type Change = (staff: StaffSession) => Promise<unknown>;

/** What staff say of who runs what, and with whose places an interest stops it. */
const CHANGES: Record<string, { change: Change; sides: ("house" | "other")[]; before?: Change }> = {
  saveOperator: {
    change: async (staff) => saveOperator(staff, { ...(await seen(house)), name: "New name", legalEntities: [] }),
    sides: ["house"],
  },
  mergeOperators: { change: (staff) => merge(staff), sides: ["house", "other"] },
  takeOutName: {
    before: (staff) => merge(staff),
    change: async (staff) => takeOutName(staff, { ...(await seen(house)), key: other.slug }),
    sides: ["house", "other"],
  },
  giveListing: {
    change: async (staff) => giveListing(staff, { ...(await seen(house)), listing: other.listings[0]!.slug }),
    sides: ["house", "other"],
  },
  releaseListing: {
    // Another place of its name is left, so that the listing has somewhere to go back to.
    before: async (staff) => {
      const { slug } = await newListingOf(other.id, other.name);
      await giveListing(staff, { ...(await seen(house)), listing: slug });
    },
    change: async (staff) => {
      const listing = await db.listing.findFirstOrThrow({
        where: { staffFields: { has: "operatorId" }, operatorId: house.id },
      });
      return releaseListing(staff, { ...(await seen(house)), listingId: listing.id });
    },
    sides: ["house", "other"],
  },
};

test("every function by which staff change who runs what is among them", () => {
  const forImports = ["assignOperators", "restateLegalEntities"];
  expect(Object.keys(mutations).toSorted()).toEqual([...Object.keys(CHANGES), ...forImports].toSorted());
});

const eachSide = Object.entries(CHANGES).flatMap(([name, { sides }]) => sides.map((side) => [name, side] as const));
const now = async () => [await operatorsNow(), await db.auditEvent.count({ where: { subjectType: "operator" } })];

describe("whoever declared one changes nothing of who runs what, a colleague does", () => {
  test.each(eachSide)("%s, with the %s", async (name, side) => {
    const { change, before: prepare } = CHANGES[name]!;
    await prepare?.(colleague);
    await declare({ house, other }[side]);
    const before = await now();
    expect(await change(sam)).toEqual({ outcome: "interested" });
    expect(await now()).toEqual(before);
    expect(await change(colleague)).toMatchObject({ outcome: "saved" });
    expect(await now()).not.toEqual(before);
  });
});

const AS = "SELECT set_config('house.staff', $1, true)";

describe("a prompt at the database gets no further", () => {
  let prompt: pg.Client;
  beforeEach(async () => {
    prompt = await openDatabase();
    await declare(house);
  });
  const as = async (member: string, sql: string, values: unknown[]) => {
    await prompt.query("BEGIN");
    await prompt.query(AS, [member]);
    const came = await prompt.query(sql, values).then(() => "done", String);
    await prompt.query(came === "done" ? "COMMIT" : "ROLLBACK");
    return came;
  };
  const MOVE = `UPDATE "Listing" SET "operatorId" = $2::uuid WHERE "id" = $1`;

  test.each<[string, string, () => unknown[]]>([
    ["its name", `UPDATE "Operator" SET "name" = 'x' WHERE "id" = $1`, () => [house.id]],
    ["its removal", `DELETE FROM "Operator" WHERE "id" = $1`, () => [house.id]],
    [
      "a name it gets",
      `INSERT INTO "OperatorName" ("key", "operatorId") VALUES ('x-' || $1, $1::uuid)`,
      () => [house.id],
    ],
    ["a name it loses", `DELETE FROM "OperatorName" WHERE "operatorId" = $1`, () => [house.id]],
    [
      "a name that goes",
      `UPDATE "OperatorName" SET "operatorId" = $2 WHERE "operatorId" = $1`,
      () => [house.id, other.id],
    ],
    [
      "a name that comes",
      `UPDATE "OperatorName" SET "operatorId" = $2 WHERE "operatorId" = $1`,
      () => [other.id, house.id],
    ],
    ["a listing that goes", MOVE, () => [place(), other.id]],
    ["a listing that nobody runs then", MOVE, () => [place(), null]],
    ["a listing that comes", MOVE, () => [other.listings[0]!.id, house.id]],
  ])("%s", async (_, sql, values) => {
    expect(await as(sam.staffId, sql, values())).toContain("A conflict of interest is declared");
    expect(await as(colleague.staffId, sql, values())).toBe("done");
  });

  test("nor with a new listing, nor where the record names who it was", async () => {
    const listing = `INSERT INTO "Listing" ("id", "slug", "name", "street", "city", "state", "zip", "kind", "intakePhones", "updatedAt", "operatorId")
      VALUES (gen_random_uuid(), 'new-' || $1, 'x', '', 'x', 'CA', '90012', 'outpatient', '{}', now(), $1::uuid)`;
    expect(await as(sam.staffId, listing, [house.id])).toContain("A conflict of interest is declared");
    expect(await as(colleague.staffId, listing, [house.id])).toBe("done");
    const event = `INSERT INTO "AuditEvent" ("id", "actorId", "action", "subjectType", "subjectId")
      VALUES (gen_random_uuid(), $1, 'operator.edited', 'operator', $2)`;
    await expect(prompt.query(event, [sam.staffId, house.id])).rejects.toThrow("conflict of interest");
    await prompt.query(event, [colleague.staffId, house.id]);
  });
});

describe("at the same moment", () => {
  const DECLARE = `INSERT INTO "Interest" ("id", "staffMemberId", "listingId", "reason") VALUES (gen_random_uuid(), $1, $2, 'family')`;
  const MERGE = `UPDATE "Listing" SET "operatorId" = $2 WHERE "operatorId" = $1`;
  const SPAM = `UPDATE "Correction" SET "status" = 'spam' WHERE "id" = $1`;
  let one: pg.Client;
  beforeEach(async () => {
    one = await openDatabase();
  });
  const begin = async (member: string, level = "READ COMMITTED") => {
    await one.query(`BEGIN ISOLATION LEVEL ${level}`);
    await one.query(AS, [member]);
  };

  test.each(eachSide)("a declaration under way is waited for: %s, with the %s", async (name, side) => {
    const { change, before: prepare } = CHANGES[name]!;
    await prepare?.(colleague);
    const before = await now();
    await one.query("BEGIN");
    await one.query(DECLARE, [sam.staffId, { house, other }[side].listings.at(-1)!.id]);
    const changed = change(sam);
    await expectWaiting(one);
    await one.query("COMMIT");
    expect(await changed).toEqual({ outcome: "interested" });
    expect(await now()).toEqual(before);
  });

  test("a merge under way is waited for by a judgment of whoever has an interest on its other side", async () => {
    await declare(other);
    await begin(colleague.staffId);
    await one.query(MERGE, [other.id, house.id]);
    const decided = decide(sam);
    await expectWaiting(one);
    await one.query("COMMIT");
    expect(await decided).toEqual({ outcome: "interested" });
    expect(await db.correction.findUnique({ where: { id: correctionId } })).toMatchObject({ status: "new" });
  });

  test.each(["mergeOperators", "giveListing"])("%s waits for such a judgment under way, and is later", async (name) => {
    await declare(other);
    await begin(sam.staffId);
    await one.query(SPAM, [correctionId]);
    const changed = CHANGES[name]!.change(colleague);
    await expectWaiting(one);
    expect(await judges(sam)).toBe(true);
    await one.query("COMMIT");
    expect(await changed).toMatchObject({ outcome: "saved" });
    expect(await judges(sam)).toBe(false);
  });

  test("a merge waits for a declaration under way, so that the next judgment knows of both", async () => {
    await one.query("BEGIN");
    await one.query(DECLARE, [sam.staffId, other.listings[0]!.id]);
    const merged = merge(colleague);
    await expectWaiting(one);
    await one.query("COMMIT");
    expect(await merged).toMatchObject({ outcome: "saved" });
    expect(await decide(sam)).toEqual({ outcome: "interested" });
  });

  test("a declaration waits for a merge under way, and holds for what it brought", async () => {
    await begin(colleague.staffId);
    await one.query(MERGE, [other.id, house.id]);
    const declared = declare(other);
    await expectWaiting(one);
    await one.query("COMMIT");
    expect(await declared).toBe("declared");
    expect(await decide(sam)).toEqual({ outcome: "interested" });
  });

  test.each(["REPEATABLE READ", "SERIALIZABLE"])(
    "who looked before a merge does not slip past it (%s)",
    async (level) => {
      await declare(other);
      await begin(sam.staffId, level);
      await one.query(`SELECT count(*) FROM "Interest"`);
      await merge(colleague);
      await expect(one.query(SPAM, [correctionId])).rejects.toThrow(/conflict of interest|could not serialize/);
      await one.query("ROLLBACK");
    },
  );

  test("an import waits for nobody", async () => {
    await declare(other);
    await begin(sam.staffId);
    await one.query(SPAM, [correctionId]);
    // As if a list had given it another name.
    const { id } = other.listings[0]!;
    await db.listing.update({ where: { id }, data: { name: house.name } });
    await db.$transaction((tx) => assignOperators(tx, [id]));
    expect(await hasInterestInOperator(sam.staffId, house.id)).toBe(true);
    await one.query("ROLLBACK");
  });
});
