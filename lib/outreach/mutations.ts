import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { mayJudge } from "@/lib/interests/mutations";
import { queueMailJob } from "@/lib/mails/mutations";
import { db, type Db, type Prisma } from "@/lib/server/db";
import { once } from "@/lib/server/once";
import { ensureQueue } from "@/lib/server/queue";
import type { StaffSession } from "@/lib/staff/types";
import { askConsent } from "./held-consent";
import { composeLetter } from "./queries";
import type {
  Needs,
  NeedsChange,
  OutreachMailRequest,
  OutreachOutcome,
  OutreachRefusal,
  OutreachRequest,
  OutreachStep,
} from "./types";

export type OutreachRecord =
  { status: "ok"; id: string; contactedAt: Date } | { status: "refused"; code: OutreachRefusal };

/**
 * Records that a place is contacted for a person, before it happens: the answer says whether it may happen. The outcome
 * is recorded afterward (`noteOutcome`). The person sees both on their receipt.
 */
export async function recordOutreach(
  staff: StaffSession,
  request: OutreachRequest,
  act: string | null = null,
): Promise<OutreachRecord> {
  const contact = { ...request, shared: [...new Set(request.shared)] };
  return db.$transaction(async (tx): Promise<OutreachRecord> => {
    let refusal: OutreachRefusal | null = null;
    const made = await once(tx, act, async () => {
      const consent = await askConsent(tx, staff, contact);
      if ("consentId" in consent) return (await record(tx, staff, consent.consentId, contact)).id;
      refusal = consent.code;
      return null;
    });
    if (!made) return { status: "refused", code: refusal ?? "gone" };
    const select = { id: true, contactedAt: true } as const;
    return { status: "ok", ...(await tx.outreach.findUniqueOrThrow({ where: { id: made.id }, select })) };
  });
}

/**
 * Writes a mail to a place, with the contact it makes, for the worker to send. The consent is checked now, and again
 * when the mail is sent (`composeOutreachMail`).
 * @param seal of the preview that staff read: anything else is refused
 */
export async function mailPlace(
  staff: StaffSession,
  seal: string,
  request: OutreachMailRequest,
): Promise<OutreachRecord> {
  await ensureQueue();
  const { id, template, inquiryId, listingId } = request;
  return db.$transaction(async (tx): Promise<OutreachRecord> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0))`;
    const where = { id, inquiryId, listingId };
    const before = await tx.outreach.findUnique({ where, select: { id: true, contactedAt: true } });
    if (before) return { status: "ok", ...before };
    const consent = await askConsent(tx, staff, { ...request, way: "email" });
    if ("code" in consent) return { status: "refused", code: consent.code };
    const letter = await composeLetter(tx, request);
    if (!letter?.seals.includes(seal)) return { status: "refused", code: "changed" };
    const { to: address, shared } = letter;
    const contact = { inquiryId, listingId, way: "email", shared } as const;
    const made = await record(tx, staff, consent.consentId, contact, { id, template, address });
    const data = { inquiryId, kind: "outreach", outreachId: id, contentHash: letter.seal } as const;
    const mail = await tx.mail.create({ data, select: { id: true } });
    await queueMailJob(tx, mail.id);
    return { status: "ok", ...made };
  });
}

async function record(
  tx: Db,
  staff: StaffSession,
  consentId: string,
  { inquiryId, listingId, way, shared }: OutreachRequest,
  mail: Pick<Prisma.OutreachUncheckedCreateInput, "id" | "template" | "address"> = {},
): Promise<{ id: string; contactedAt: Date }> {
  const contact = { inquiryId, consentId, listingId, way, shared: [...shared], staffMemberId: staff.staffId };
  const made = await tx.outreach.create({ data: { ...contact, ...mail }, select: { id: true, contactedAt: true } });
  await recordAudit(tx, staff, {
    action: "outreach.recorded",
    subjectType: "inquiry",
    subjectId: inquiryId,
    after: { listingId, way, shared, ...(mail.template && { template: mail.template }) },
  });
  return made;
}

/**
 * Records the outcome of a contact. This is also allowed after the consent has ended, because it contacts nobody. It is
 * refused after the person had everything deleted, and for a member who has an interest in the place.
 */
export async function noteOutcome(
  staff: StaffSession,
  id: string,
  after: { outcome: OutreachOutcome; nextStep: OutreachStep },
): Promise<{ status: "ok" | "gone" | "interested" }> {
  return db.$transaction(async (tx) => {
    // A mail that was stopped can have no outcome.
    const where = { id, NOT: { mail: { status: "cancelled", mayHaveArrived: false } } } as const;
    const found = await tx.outreach.findUnique({ where, select: { inquiryId: true, listingId: true } });
    if (!found) return { status: "gone" };
    const { inquiryId, listingId } = found;
    if (!(await mayJudge(tx, staff, listingId))) return { status: "interested" };
    const [inquiry] = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Inquiry" WHERE "id" = ${inquiryId}::uuid AND "erasedAt" IS NULL FOR SHARE`;
    if (!inquiry) return { status: "gone" };
    await tx.$queryRaw`SELECT "id" FROM "Outreach" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const before = await tx.outreach.findUniqueOrThrow({ where: { id }, select: { outcome: true, nextStep: true } });
    // The button was pressed twice: it is one answer.
    if (before.outcome === after.outcome && before.nextStep === after.nextStep) return { status: "ok" };
    await tx.outreach.update({ where: { id }, data: after, select: { id: true } });
    await recordAudit(tx, staff, {
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
 * Saves what the person needs; refused when somebody changed the inquiry since `version`. The audit does not say what
 * it is, because it is about their health.
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
      const select = { version: true, needs: true, needsNear: true } as const;
      const now = await tx.inquiry.findUnique({ where: { id, erasedAt: null }, select });
      if (!now) return { status: "gone" };
      // The button was pressed twice, or a colleague ticked the same: nothing is to be changed.
      const isSame = now.needsNear === near && now.needs.toSorted().join() === codes.toSorted().join();
      return isSame ? { status: "ok" } : { status: "conflict", current: { version: now.version } };
    }
    await recordAudit(tx, staff, { action: "inquiry.needs_changed", subjectType: "inquiry", subjectId: id });
    return { status: "ok" };
  });
}

/**
 * Has mails that were given up or refused tried again, with all tries. Without the confirmation of a deletion: its
 * email was erased when it was given up, as we promised. Without a mail to a place that the member may not write to.
 * @param ids of mails; those that wait, were sent or are gone are left alone
 * @returns how many
 */
export async function retryMails(staff: StaffSession, ids: string[]): Promise<number> {
  let count = 0;
  for (const id of ids) if (await db.$transaction((tx) => retryMail(tx, staff, id))) count += 1;
  return count;
}

async function retryMail(tx: Db, staff: StaffSession, id: string): Promise<boolean> {
  const mail = await tx.mail.findUnique({
    where: { id, status: { in: ["failed", "bounced"] }, kind: { not: "erasure" } },
    select: { status: true, lastError: true, outreach: { select: contactSelect } },
  });
  // Locks the consent's rows before the mail's own, in the same order as code that ends a consent.
  if (!mail || (mail.outreach && !(await mayStillWrite(tx, staff, mail.outreach)))) return false;
  const { status, lastError } = mail;
  const taken = await tx.mail.updateMany({ where: { id, status }, data: { status: "queued", sentAt: null } });
  if (taken.count === 0) return false;
  await queueMailJob(tx, id);
  await recordAudit(tx, staff, {
    action: "mail.retried",
    subjectType: "mail",
    subjectId: id,
    before: { status, lastError },
    after: { status: "queued" },
  });
  return true;
}

const contactSelect = {
  inquiryId: true,
  listingId: true,
  consentId: true,
  way: true,
  shared: true,
  address: true,
  listing: { select: { outreachEmail: true } },
} as const satisfies Prisma.OutreachSelect;

async function mayStillWrite(
  tx: Db,
  staff: StaffSession,
  { consentId, address, listing, ...contact }: Prisma.OutreachGetPayload<{ select: typeof contactSelect }>,
): Promise<boolean> {
  const consent = await askConsent(tx, staff, contact);
  return "consentId" in consent && consent.consentId === consentId && listing.outreachEmail === address;
}
