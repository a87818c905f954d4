import "server-only";
import { randomUUID } from "node:crypto";
import type { FormSender, StaffActor } from "@/lib/audit/actor";
import { deleteMails, queueConfirmation, queueMailJob } from "@/lib/mails/mutations";
import { countConfirmation } from "@/lib/mails/readings";
import { inHaste, type Db } from "@/lib/server/db";
import { keep } from "@/lib/server/keep";
import { logger } from "@/lib/server/logger";
import { newReceiptToken, receiptHash } from "./receipt-token";
import { ensureQueue } from "@/lib/server/queue";
import type { Locale } from "@/lib/shared/i18n";
import type { SpamVerdict } from "@/lib/shared/spam";
import { consentExpiry, type ConsentText } from "./consent";
import { awaitSent, findSent } from "./queries";
import { newReference } from "./inquiry-reference";
import { answeringColumns, emailOrNull, sealPerson, sealReceiptToken } from "./sealed";
import type { InquiryContent, SentReference } from "./types";

export interface Submission extends InquiryContent {
  locale: Locale;
  /** The sentence that stood beside the ticked box. */
  consent: ConsentText;
  spam: SpamVerdict;
}

/**
 * Keeps an inquiry: the person's words (encrypted), their consent, the mails and the jobs to send them, all or nothing.
 * The same content within an hour gets the same reference, and so does the same form later. Other content is another
 * inquiry. After the consent has ended, the same content is another inquiry too: a person who ticks the box again gives
 * a new consent.
 * @throws when the database did not confirm it; it is safe to send the inquiry again
 */
export async function submitInquiry(sender: FormSender, submission: Submission): Promise<SentReference> {
  const write = async () => {
    await ensureQueue();
    const kept = await inHaste((tx) => writeInquiry(tx, sender, submission));
    logger.info("inquiry.received", { reference: kept.reference, spam: submission.spam });
    return kept;
  };
  return keep(write, async () => {
    const found = await findSent(sender, submission);
    return "reference" in found ? found : null;
  });
}

async function writeInquiry(tx: Db, sender: FormSender, submission: Submission): Promise<SentReference> {
  const kept = await awaitSent(tx, sender, submission);
  if ("reference" in kept) return kept;
  const { input, locale, spam } = submission;
  const id = randomUUID();
  const reference = newReference();
  const token = newReceiptToken();
  await tx.inquiry.create({
    data: {
      id,
      reference,
      idempotencyKey: kept.freeKey,
      locale,
      suspectedSpam: spam !== "clear",
      receiptHash: receiptHash(token),
      receiptToken: sealReceiptToken(id, token),
      ...sealPerson(id, input),
      mayAnswerSince: new Date(),
      ...answeringColumns(submission),
      consents: { create: newConsent(submission) },
    },
    select: { id: true },
  });
  await queueTeamNotice(tx, id);
  if (input.email === undefined) return { reference, isOwn: true };
  // What looks automated may be somebody who makes us write to a stranger. Staff decide (releaseConfirmation).
  if (spam === "clear") await queueConfirmation(tx, { inquiryId: id, kind: "acknowledgement", email: input.email });
  else countConfirmation("suspected");
  return { reference, isOwn: true };
}

/**
 * The consent as it is written to the database, which refuses a sentence that is not the one it holds for the version.
 */
function newConsent({ consent: { version, locale, text }, places = [], mayShare = ["needs"] }: Submission) {
  const givenAt = new Date();
  return {
    wording: { connect: { version_locale: { version, locale }, text } },
    scope: places.length > 0 ? ("named" as const) : ("any_listed" as const),
    placeCount: places.length,
    places: { create: places.map((listingId) => ({ listing: { connect: { id: listingId } } })) },
    mayShare: [...mayShare],
    givenAt,
    expiresAt: consentExpiry(givenAt),
  };
}

async function queueTeamNotice(tx: Db, inquiryId: string): Promise<void> {
  const { id } = await tx.mail.create({ data: { inquiryId, kind: "team_notice" }, select: { id: true } });
  await queueMailJob(tx, id);
}

/**
 * A member judged that a person sent the inquiry: the confirmation that suspicion kept back goes out. Not for one whose
 * permission has ended, whose mail would say otherwise.
 */
export async function releaseConfirmation(tx: Db, _staff: StaffActor, inquiryId: string): Promise<void> {
  const inquiry = await tx.inquiry.findUnique({
    where: {
      id: inquiryId,
      erasedAt: null,
      mails: { none: { kind: "acknowledgement" } },
      consents: { some: { endedAt: null, expiresAt: { gt: new Date() } } },
    },
    select: { email: true },
  });
  const email = inquiry && emailOrNull(inquiryId, inquiry.email);
  if (email) await queueConfirmation(tx, { inquiryId, kind: "acknowledgement", email });
}

/** A member judged that no person sent it: a confirmation that has not left goes to nobody. */
export async function withholdConfirmation(tx: Db, staff: StaffActor, inquiryId: string): Promise<void> {
  await deleteMails(tx, staff, { inquiryId, kind: "acknowledgement", status: { in: ["queued", "held"] } });
}
