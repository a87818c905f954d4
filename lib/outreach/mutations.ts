import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { hasInterest } from "@/lib/interests/queries";
import { db, type Db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { refusalOf, type Permission } from "./coverage";
import type { Needs, NeedsChange, OutreachOutcome, OutreachRefusal, OutreachRequest, OutreachStep } from "./types";

export type OutreachRecord =
  { status: "ok"; id: string; contactedAt: Date } | { status: "refused"; code: OutreachRefusal };

/**
 * Writes down that a place is contacted for a person, before it is: the answer says whether it may be. What came of it
 * is noted afterwards (`noteOutcome`). The person sees both on their receipt.
 */
export async function recordOutreach(staff: StaffSession, request: OutreachRequest): Promise<OutreachRecord> {
  const { inquiryId, listingId, way } = request;
  const shared = [...new Set(request.shared)];
  return db.$transaction(async (tx): Promise<OutreachRecord> => {
    const held = await holdPermission(tx, inquiryId);
    if ("code" in held) return { status: "refused", code: held.code };
    const listing = { id: listingId, isListed: await isListed(tx, listingId) };
    const code = refusalOf(held.permission, { listing, shared, now: held.now });
    if (code) return { status: "refused", code };
    if (await hasInterest(staff.staffId, listingId, tx)) return { status: "refused", code: "interested" };
    const outreach = await tx.outreach.create({
      data: { inquiryId, consentId: held.consentId, listingId, way, shared, staffMemberId: staff.staffId },
      select: { id: true, contactedAt: true },
    });
    await recordAudit(tx, {
      actorId: staff.staffId,
      action: "outreach.recorded",
      subjectType: "inquiry",
      subjectId: inquiryId,
      after: { listingId, way, shared },
    });
    return { status: "ok", ...outreach };
  });
}

interface HeldPermission {
  consentId: string;
  permission: Permission;
  /** By the database's clock. */
  now: Date;
}

/**
 * The inquiry's newest permission, held until the transaction ends: whoever withdraws, narrows or erases takes these
 * rows too, the inquiry's first, and so waits for us or we for them.
 */
async function holdPermission(tx: Db, inquiryId: string): Promise<{ code: OutreachRefusal } | HeldPermission> {
  const [inquiry] = await tx.$queryRaw<{ erased: boolean }[]>`
    SELECT "erasedAt" IS NOT NULL AS erased FROM "Inquiry" WHERE "id" = ${inquiryId}::uuid FOR SHARE`;
  if (!inquiry) return { code: "gone" };
  if (inquiry.erased) return { code: "erased" };
  await tx.$queryRaw`SELECT "id" FROM "Consent" WHERE "inquiryId" = ${inquiryId}::uuid FOR SHARE`;
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT utc_clock() AS now`;
  const newest = await tx.consent.findFirst({
    where: { inquiryId, replacedBy: null },
    select: {
      id: true,
      scope: true,
      mayShare: true,
      expiresAt: true,
      ending: true,
      places: { select: { listingId: true } },
    },
  });
  if (!newest) return { code: "no_consent" };
  const { id, places, ...consent } = newest;
  const permission = { ...consent, places: places.map(({ listingId }) => listingId) };
  return { consentId: id, permission, now: clock!.now };
}

async function isListed(tx: Db, listingId: string): Promise<boolean> {
  return (await tx.listing.count({ where: { id: listingId, status: "published" } })) > 0;
}

/**
 * What came of a contact. That may be noted after the permission has ended too: nobody is contacted by it. Not once the
 * person had everything deleted: then it is gone.
 */
export async function noteOutcome(
  staff: StaffSession,
  id: string,
  after: { outcome: OutreachOutcome; nextStep: OutreachStep },
): Promise<{ status: "ok" } | { status: "gone" }> {
  return db.$transaction(async (tx) => {
    const select = { inquiryId: true, outcome: true, nextStep: true } as const;
    const found = await tx.outreach.findUnique({ where: { id }, select });
    if (!found) return { status: "gone" };
    const { inquiryId, ...before } = found;
    const [inquiry] = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Inquiry" WHERE "id" = ${inquiryId}::uuid AND "erasedAt" IS NULL FOR SHARE`;
    if (!inquiry) return { status: "gone" };
    await tx.outreach.update({ where: { id }, data: after, select: { id: true } });
    await recordAudit(tx, {
      actorId: staff.staffId,
      action: "outreach.outcome_noted",
      subjectType: "inquiry",
      subjectId: inquiryId,
      before,
      after,
    });
    return { status: "ok" };
  });
}

/**
 * Keeps what the person needs; refused when somebody changed the inquiry since `version`. Written down without saying
 * what: it is about their health.
 */
export async function saveNeeds(
  staff: StaffSession,
  id: string,
  version: number,
  { codes, near }: Needs,
): Promise<NeedsChange> {
  return db.$transaction(async (tx): Promise<NeedsChange> => {
    const { count } = await tx.inquiry.updateMany({
      where: { id, version, erasedAt: null },
      data: { needs: codes, needsNear: near, version: { increment: 1 } },
    });
    if (count === 0) {
      const current = await tx.inquiry.findUnique({ where: { id, erasedAt: null }, select: { version: true } });
      return current ? { status: "conflict", current } : { status: "gone" };
    }
    const subject = { subjectType: "inquiry", subjectId: id };
    await recordAudit(tx, { actorId: staff.staffId, action: "inquiry.needs_changed", ...subject });
    return { status: "ok" };
  });
}
