import "server-only";
import type { ReceiptHolder, SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { endConsent, holdInquiry } from "@/lib/consents/mutations";
import { openInquiry } from "@/lib/inquiries/queries";
import { emailOrNull } from "@/lib/inquiries/sealed";
import { actAsOf, tellJournal } from "@/lib/journal/mutations";
import { deleteMails, queueConfirmation } from "@/lib/mails/mutations";
import { inHaste, type Db, type Prisma } from "@/lib/server/db";
import { logger } from "@/lib/server/logger";
import { ensureQueue } from "@/lib/server/queue";
import type { StaffSession } from "@/lib/staff/types";
import type { ErasureGround, WishWay } from "./types";

/** Erases everything about whoever holds the receipt. False when it was erased before. */
export async function eraseOwnInquiry(holder: ReceiptHolder): Promise<boolean> {
  return erase(holder, holder.inquiryId, "receipt");
}

/** The same for a person who asked the team to. @param asked how they did */
export async function eraseInquiryFor(staff: StaffSession, inquiryId: string, asked: WishWay): Promise<boolean> {
  return erase(staff, inquiryId, asked);
}

/**
 * The same of what has been kept long enough.
 * @param onlyWhile what must still hold of the inquiry when its turn comes, such as that nobody opened it again
 */
export async function eraseDueInquiry(
  actor: SystemActor,
  inquiryId: string,
  onlyWhile: Prisma.InquiryWhereInput,
): Promise<boolean> {
  return erase(actor, inquiryId, "retention", { onlyWhile });
}

/**
 * The same again, of an inquiry that a restored backup brought back. Whoever asked for it has been told already.
 * @param actedAt when it was done first
 */
export async function eraseInquiryAgain(actor: SystemActor, inquiryId: string, actedAt: Date): Promise<boolean> {
  return erase(actor, inquiryId, "replay", { actedAt });
}

/**
 * Erases the person and their story, at once and everywhere: what they wrote, how to reach them, every fingerprint of it,
 * their permission, our notes (trigger) and every mail that has not left. What stays says that there was an inquiry and
 * which places were contacted. If somebody asked for it, a last mail confirms it; its address is kept, sealed, until it
 * has left or is given up. What retention erases is confirmed to nobody: months later, other eyes may read the mailbox.
 * @param asked who asked for it, and how; written down with it
 */
async function erase(
  actor: ReceiptHolder | StaffSession | SystemActor,
  inquiryId: string,
  asked: ErasureGround,
  { onlyWhile = {}, actedAt }: { onlyWhile?: Prisma.InquiryWhereInput; actedAt?: Date } = {},
): Promise<boolean> {
  await ensureQueue();
  return inHaste(async (tx) => {
    await holdInquiry(tx, inquiryId);
    if (actedAt) await actAsOf(tx, actedAt);
    const where = { AND: [onlyWhile], id: inquiryId, erasedAt: null };
    const inquiry = await tx.inquiry.findUnique({ where, select: { email: true, reference: true } });
    if (!inquiry) return false;
    await endConsent(tx, inquiryId, "erased");
    const isOurs = (await tx.mail.count({ where: { inquiryId, kind: "acknowledgement" } })) > 0;
    // The mails to places were stopped with the consent (trigger); their rows say so, and nothing about the person.
    await deleteMails(tx, actor, { inquiryId, outreachId: null, status: { not: "sent" } });
    await erasePerson(tx, inquiryId);
    // An address we never wrote to may be a stranger's, whom nobody shall make us write to.
    const isConfirmed = isOurs && asked !== "retention" && asked !== "replay";
    // A person can be erased even when the key is lost; the page tells them that it is done.
    const email = isConfirmed ? emailOrNull(inquiryId, inquiry.email) : null;
    if (email !== null) await queueConfirmation(tx, { inquiryId, kind: "erasure", email });
    const subject = { subjectType: "inquiry", subjectId: inquiryId } as const;
    await recordAudit(tx, actor, { action: "inquiry.erased", ...subject, after: { asked } });
    await tellJournal(tx, actor, { act: "inquiry.erased", subjectId: inquiryId });
    logger.info("inquiry.erased", { reference: inquiry.reference, asked });
    return true;
  });
}

async function erasePerson(tx: Db, inquiryId: string): Promise<void> {
  await tx.inquiry.update({
    where: { id: inquiryId },
    data: {
      idempotencyKey: `erased ${inquiryId}`,
      name: null,
      email: null,
      phone: null,
      message: null,
      emailHash: null,
      phoneHash: null,
      receiptToken: null,
      mayAnswerSince: null,
      mayLeaveMessage: false,
      preferredWay: null,
      preferredTime: null,
      erasedAt: new Date(),
      status: "done",
      assigneeId: null,
      dueAt: null,
      version: { increment: 1 },
    },
    select: { id: true },
  });
}

/** What the person sent, opened for themselves, which is written down like any opening. */
export async function takeCopy(holder: ReceiptHolder) {
  const { inquiryId } = holder;
  return inHaste(async (tx) => {
    await recordAudit(tx, holder, { action: "inquiry.copied", subjectType: "inquiry", subjectId: inquiryId });
    return openInquiry(inquiryId, tx);
  });
}
