import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/mutations";
import { endConsent, holdInquiry } from "@/lib/consents/mutations";
import { openInquiry } from "@/lib/inquiries/queries";
import { openEmail } from "@/lib/inquiries/sealed";
import { jobKeyOf } from "@/lib/mails/job";
import { queueMailJob } from "@/lib/mails/mutations";
import { sealRecipient } from "@/lib/mails/sealed";
import { Undecipherable } from "@/lib/server/crypto";
import { db, type Db, type Prisma } from "@/lib/server/db";
import { logger } from "@/lib/server/logger";
import { ensureQueue, removeJob } from "@/lib/server/queue";
import type { ErasureGround } from "./types";

export interface Erasure {
  /** Who asked for it, and how; this is recorded too. */
  asked: ErasureGround;
  /** The staff member who does it; left out: the person, or retention. */
  actorId?: string;
  /** What must still be true of the inquiry at that moment, such as that nobody opened it again. */
  onlyWhile?: Prisma.InquiryWhereInput;
}

/**
 * Erases the person and their story, at once and everywhere: what they wrote, how to reach them, the hashes of both,
 * our notes (trigger) and every mail that has not been sent; it also ends their consent. The rows that remain say that
 * there was an inquiry and which places were contacted. If somebody asked for it, a last mail confirms it; its email is
 * kept, encrypted, until it is sent or given up. Nobody gets a mail about what retention erases: months later somebody
 * else may read the mailbox.
 * @returns false when it was erased before, or `onlyWhile` no longer holds
 */
export async function eraseInquiry(inquiryId: string, erasure: Erasure = { asked: "receipt" }): Promise<boolean> {
  await ensureQueue();
  return db.$transaction(async (tx) => {
    await holdInquiry(tx, inquiryId);
    const where = { AND: [erasure.onlyWhile ?? {}], id: inquiryId, erasedAt: null };
    const inquiry = await tx.inquiry.findUnique({ where, select: { email: true, reference: true } });
    if (!inquiry) return false;
    await endConsent(tx, inquiryId, "erased");
    const isOurs = (await tx.mail.count({ where: { inquiryId, kind: "acknowledgement" } })) > 0;
    await cancelMails(tx, inquiryId);
    await erasePerson(tx, inquiryId);
    // An email that we never wrote to may belong to a stranger, and nobody may use us to write to strangers.
    const isConfirmed = isOurs && erasure.asked !== "retention";
    const email = isConfirmed ? openOrNull(inquiryId, inquiry.email) : null;
    if (email !== null) await queueConfirmation(tx, inquiryId, email);
    const { actorId = null, asked } = erasure;
    const event = { actorId, action: "inquiry.erased", after: { asked } };
    await recordAudit(tx, { ...event, subjectType: "inquiry", subjectId: inquiryId });
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

/** What the person sent, decrypted for themselves; this is recorded like every viewing. */
export async function takeCopy(inquiryId: string) {
  return db.$transaction(async (tx) => {
    await recordAudit(tx, { actorId: null, action: "inquiry.copied", subjectType: "inquiry", subjectId: inquiryId });
    return openInquiry(inquiryId, tx);
  });
}
