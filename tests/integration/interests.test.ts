import { beforeAll, describe, expect, test } from "vitest";
import { listInterests } from "@/lib/interests/admin-queries";
import { declareInterest, endInterest } from "@/lib/interests/mutations";
import { hasInterest } from "@/lib/interests/queries";
import { checkFact, retractCheck } from "@/lib/listings/mutations";
import { mergeOperators } from "@/lib/operators/mutations";
import { recordOutreach } from "@/lib/outreach/mutations";
import { db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { stepListing } from "../support/listing-step";
import { newInquiry, newListing, outreachStaff as sam } from "../support/inquiry";
import { newListingOf, newOperator, type NewOperator } from "../support/operators";

testDatabase();

const alex = staffSession({ staffId: "alex", name: "Alex", email: "alex@example.com" });

/** How Prisma tells of a restrict_violation, which the trigger raises. */
const REFUSED = { code: "P2003" };

beforeAll(async () => {
  const member = ({ staffId: id, name, email, role }: StaffSession) => ({ id, name, email, role });
  await db.staffMember.createMany({ data: [member(sam), member(alex)] });
});

async function place(): Promise<{ id: string; slug: string }> {
  return db.listing.findUniqueOrThrow({ where: { id: await newListing() }, select: { id: true, slug: true } });
}

const contact = async (staff: StaffSession, listingId: string) => {
  const { id: inquiryId } = await newInquiry();
  return recordOutreach(staff, { inquiryId, listingId, way: "call", shared: ["needs"] });
};

test("whoever declared a conflict of interest does not contact the place; a colleague does", async () => {
  const { id, slug } = await place();
  expect(await declareInterest(sam, slug, "family")).toBe("declared");
  expect(await contact(sam, id)).toEqual({ status: "refused", code: "interested" });
  expect(await contact(alex, id)).toMatchObject({ status: "ok" });
  expect(await db.outreach.count({ where: { listingId: id } })).toBe(1);
});

test("the database itself refuses that contact, and every change of the listing by that member", async () => {
  const { id, slug } = await place();
  const { id: inquiryId } = await newInquiry();
  const { id: consentId } = await db.consent.findFirstOrThrow({ where: { inquiryId }, select: { id: true } });
  await declareInterest(sam, slug, "owns_part");
  await expect(
    db.$executeRaw`INSERT INTO "Outreach" ("id", "inquiryId", "consentId", "listingId", "way", "staffMemberId", "updatedAt")
      VALUES (gen_random_uuid(), ${inquiryId}::uuid, ${consentId}::uuid, ${id}::uuid, 'call', 'sam', now())`,
  ).rejects.toThrow("conflict of interest");
  await expect(stepListing(sam, id, "archive")).rejects.toMatchObject(REFUSED);
  const check = { id, attribute: "BU", value: "yes", evidence: "They said so", asOf: "2026-11-20" } as const;
  await expect(checkFact(sam, check)).rejects.toMatchObject(REFUSED);
  expect(await db.factSheet.count({ where: { listingId: id } })).toBe(0);
  expect(await stepListing(alex, id, "archive")).toMatchObject({ outcome: "saved" });
});

test("a declaration is written down, counts once, and only ends; then the member may act again", async () => {
  const { id, slug } = await place();
  await declareInterest(sam, slug, "paid_by");
  await declareInterest(sam, slug, "family");
  const open = (await listInterests(sam, "own")).find(({ listing }) => listing.id === id);
  expect(open).toMatchObject({ staffName: "Sam", reason: "paid_by" });
  const change = db.$executeRaw`UPDATE "Interest" SET "reason" = 'other' WHERE "id" = ${open!.id}::uuid`;
  await expect(change).rejects.toThrow("frozen");
  await endInterest(alex, open!.id);
  await endInterest(alex, open!.id);
  expect((await listInterests(alex, "all")).map(({ listing }) => listing.id)).not.toContain(id);
  expect(await contact(sam, id)).toMatchObject({ status: "ok" });
  const events = await db.auditEvent.findMany({ where: { subjectId: "sam" }, orderBy: { at: "asc" } });
  expect(events.filter(({ before, after }) => JSON.stringify([before, after]).includes(slug))).toMatchObject([
    { actorId: "sam", action: "interest.declared" },
    { actorId: "alex", action: "interest.ended" },
  ]);
});

test("a place that does not exist cannot be declared", async () => {
  expect(await declareInterest(sam, "no-such-place", "other")).toBe("gone");
});

test("nobody ends their own, not at the database either", async () => {
  const { id: listingId, slug } = await place();
  await declareInterest(sam, slug, "family");
  const { id } = await db.interest.findFirstOrThrow({ where: { listingId } });
  expect(await endInterest(sam, id)).toBe("own");
  expect(await hasInterest(sam.staffId, listingId)).toBe(true);
  const ending = { actorId: sam.staffId, action: "interest.ended", subjectType: "staff", subjectId: sam.staffId };
  await expect(db.auditEvent.create({ data: ending })).rejects.toMatchObject(REFUSED);
  expect(await endInterest(alex, id)).toBe("ended");
});

test("a colleague's retraction stands though it brings back what was checked before the declaration", async () => {
  const { id: listingId, slug } = await place();
  const check = { id: listingId, attribute: "BU", evidence: "They said so", asOf: "2026-11-20" } as const;
  await checkFact(sam, { ...check, value: "yes" });
  await checkFact(alex, { ...check, value: "no" });
  const { id: checkId } = await db.factCheck.findFirstOrThrow({ where: { listingId, value: "no" } });
  await declareInterest(sam, slug, "family");
  await retractCheck(alex, { id: listingId, checkId, reason: "A wrong number." });
  expect(await db.factSheet.findFirst({ where: { listingId, source: "staff" } })).toMatchObject({ yes: ["BU"] });
});

describe("declared with one place, it holds", () => {
  const judges = async ({ staffId }: StaffSession, { id }: { id: string }) => !(await hasInterest(staffId, id));
  const merge = (into: NewOperator, from: NewOperator) =>
    mergeOperators(alex, { id: into.id, version: 1, other: from.slug, otherVersion: 1 });

  test("for every place of its operator, and for no other's, until it ends", async () => {
    const { name, listings } = await newOperator(2);
    const [one, two] = [listings[0]!, listings[1]!];
    await declareInterest(sam, two.slug, "owns_part");
    expect([await judges(sam, one), await judges(alex, one), await judges(sam, await place())]).toEqual([
      false,
      true,
      true,
    ]);
    const interest = (await listInterests(sam, "own")).find(({ operatorName }) => operatorName === name);
    expect(interest).toMatchObject({ listing: { slug: two.slug } });
    await endInterest(alex, interest!.id);
    expect(await judges(sam, one)).toBe(true);
  });

  test("for places that come later", async () => {
    const { id, name, listings } = await newOperator();
    await declareInterest(sam, listings[0]!.slug, "owns_part");
    expect(await judges(sam, await newListingOf(id, name))).toBe(false);
  });

  test.each(["the one that stays", "the one that goes"])(
    "for those that a merge brings, declared with a place of %s",
    async (whose) => {
      const [into, from] = [await newOperator(), await newOperator()];
      const [declared, brought] = whose === "the one that stays" ? [into, from] : [from, into];
      await declareInterest(sam, declared.listings[0]!.slug, "owns_part");
      expect(await judges(sam, brought.listings[0]!)).toBe(true);
      expect(await merge(into, from)).toMatchObject({ outcome: "saved" });
      expect(await judges(sam, brought.listings[0]!)).toBe(false);
    },
  );

  test("for that place alone while nobody has said who runs it", async () => {
    const [one, two] = [await newListingOf(null, "Alone"), await newListingOf(null, "Alone")];
    await declareInterest(sam, one.slug, "family");
    expect([await judges(sam, one), await judges(sam, two)]).toEqual([false, true]);
  });
});
