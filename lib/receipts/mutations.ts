import "server-only";
import { randomUUID } from "node:crypto";
import type { ReceiptHolder, SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { endConsent, holdInquiry } from "@/lib/consents/mutations";
import { openInquiry } from "@/lib/inquiries/queries";
import { openEmail } from "@/lib/inquiries/sealed";
import { tellJournal } from "@/lib/journal/mutations";
import { jobKeyOf } from "@/lib/mails/job";
import { queueMailJob } from "@/lib/mails/mutations";
import { sealRecipient } from "@/lib/mails/sealed";
import { Undecipherable } from "@/lib/server/crypto";
import { inHaste, type Db, type Prisma } from "@/lib/server/db";
import { logger } from "@/lib/server/logger";
import { ensureQueue, removeJob } from "@/lib/server/queue";
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
  return erase(actor, inquiryId, "retention", onlyWhile);
}

/** The same again, of an inquiry that a restored backup brought back. Whoever asked for it has been told already. */
export async function eraseInquiryAgain(actor: SystemActor, inquiryId: string): Promise<boolean> {
  return erase(actor, inquiryId, "replay");
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
  onlyWhile: Prisma.InquiryWhereInput = {},
): Promise<boolean> {
  await ensureQueue();
  return inHaste(async (tx) => {
    await holdInquiry(tx, inquiryId);
    const where = { AND: [onlyWhile], id: inquiryId, erasedAt: null };
    const inquiry = await tx.inquiry.findUnique({ where, select: { email: true, reference: true } });
    if (!inquiry) return false;
    await endConsent(tx, inquiryId, "erased");
    const isOurs = (await tx.mail.count({ where: { inquiryId, kind: "acknowledgement" } })) > 0;
    await cancelMails(tx, inquiryId);
    await erasePerson(tx, inquiryId);
    // An address we never wrote to may be a stranger's, whom nobody shall make us write to.
    const isConfirmed = isOurs && asked !== "retention" && asked !== "replay";
    const email = isConfirmed ? openOrNull(inquiryId, inquiry.email) : null;
    if (email !== null) await queueConfirmation(tx, inquiryId, email);
    const subject = { subjectType: "inquiry", subjectId: inquiryId } as const;
    await recordAudit(tx, actor, { action: "inquiry.erased", ...subject, after: { asked } });
    await tellJournal(tx, actor, { act: "inquiry.erased", subjectId: inquiryId });
    logger.info("inquiry.erased", { reference: inquiry.reference, asked });
    return true;
  });
}

/**
 * Deletes the waiting mails to the person and the team, with their jobs. The mails to places were stopped with the
 * consent (trigger); their rows say so, and nothing about the person.
 */
async function cancelMails(tx: Db, inquiryId: string): Promise<void> {
  const where = { inquiryId, outreachId: null, status: { not: "sent" } } as const;
  const waiting = await tx.mail.findMany({ where, select: { id: true } });
  for (const { id } of waiting) await removeJob(tx, jobKeyOf(id));
  await tx.mail.deleteMany({ where });
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

/** A person can be erased even when the key is lost; the page tells them that it is done. */
function openOrNull(inquiryId: string, email: string | null): string | null {
  try {
    return openEmail(inquiryId, email);
  } catch (error) {
    if (error instanceof Undecipherable) return null;
    throw error;
  }
}

async function queueConfirmation(tx: Db, inquiryId: string, email: string): Promise<void> {
  const id = randomUUID();
  const data = { id, inquiryId, kind: "erasure", address: sealRecipient(id, email) } as const;
  await tx.mail.create({ data, select: { id: true } });
  await queueMailJob(tx, id);
}

/** What the person sent, opened for themselves, which is written down like any opening. */
export async function takeCopy(holder: ReceiptHolder) {
  const { inquiryId } = holder;
  return inHaste(async (tx) => {
    await recordAudit(tx, holder, { action: "inquiry.copied", subjectType: "inquiry", subjectId: inquiryId });
    return openInquiry(inquiryId, tx);
  });
}
