import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "@/lib/shared/zod";
import { db } from "@/lib/server/db";
import { env, siteUrl } from "@/lib/server/env";
import { describeError, logger } from "@/lib/server/logger";
import { AUTOMATIC_MAIL, MailNotSent, sendMail, teamAddresses, type OutgoingMail } from "@/lib/server/mailer";
import type { Attempt, Tasks } from "@/lib/server/queue";
import { SEND_MAIL_TASK } from "@/lib/mails/job";
import { openAddress } from "@/lib/mails/sealed";
import { composeOutreachMail } from "@/lib/outreach/jobs";
import type { OutreachRefusal } from "@/lib/outreach/types";
import { receiptPath } from "@/lib/receipts/paths";
import { receiptToken } from "@/lib/receipts/token";
import { getSettings } from "@/lib/settings/queries";
import { dayOf } from "@/lib/shared/dates";
import type { Locale } from "@/lib/shared/i18n";
import type { MailWords } from "@/lib/shared/mail-words";
import { acknowledgement, erasureConfirmation, teamNotice } from "./mails";
import { inquiryPath } from "./paths";
import { openEmail } from "./sealed";
import { mailSelect, type MailPayload } from "./select";

/** What the worker does for inquiries. */
export const inquiryTasks: Tasks = { [SEND_MAIL_TASK]: sendInquiryMail };

/** What is left of a job's time (TASK_LIMIT_MS) after the mailer's longest try. */
const NOTE_WITHIN_MS = 25_000;
const NOTE_AGAIN_MS = 250;
const EVENTS = { queued: "mail.delayed", failed: "mail.given_up", bounced: "mail.bounced" } as const;

const payloadSchema = z.object({ mailId: z.uuid() });

/**
 * Sends one mail, once: one that was sent, refused or erased is left alone. Should we fail between the server's yes and our note of it,
 * the repeat bears the same Message-ID.
 */
async function sendInquiryMail(payload: unknown, attempt: Attempt): Promise<void> {
  const { mailId } = payloadSchema.parse(payload);
  const mail = await db.mail.findUnique({ where: { id: mailId }, select: mailSelect });
  if (mail?.status !== "queued") return;
  try {
    const composed = await compose(mail);
    if ("code" in composed) return await noteCancelled(mail, composed.code);
    if (!(await noteHandingOver(mail))) return;
    const { refused } = await sendMail(composed);
    if (refused > 0) logger.error("mail.recipients_refused", { mailId: mail.id, kind: mail.kind, refused });
  } catch (error) {
    if (await noteFailure(mail, error, attempt)) return;
    throw error;
  }
  await noteSent(mail);
  logger.info("mail.sent", { mailId: mail.id, kind: mail.kind });
}

/**
 * Of a mail to a place: from here on until a clear answer, it may have arrived. The person must not be told otherwise,
 * whatever becomes of us.
 * @returns false when it was stopped a moment ago
 */
async function noteHandingOver({ id, kind }: MailPayload): Promise<boolean> {
  if (kind !== "outreach") return true;
  const { count } = await db.mail.updateMany({ where: { id, status: "queued" }, data: { mayHaveArrived: true } });
  return count > 0;
}

/** It may not be sent any more: nobody is told, and the receipt says that it never left. */
async function noteCancelled({ id, kind }: MailPayload, reason: OutreachRefusal): Promise<void> {
  await db.mail.updateMany({ where: { id, status: "queued" }, data: { status: "cancelled" } });
  logger.info("mail.cancelled", { mailId: id, kind, reason });
}

/**
 * The server has the mail: a database that is away for a moment is waited for, because without the note the mail would
 * be sent again.
 */
async function noteSent({ id }: MailPayload): Promise<void> {
  const deadline = Date.now() + NOTE_WITHIN_MS;
  for (;;) {
    try {
      await db.mail.updateMany({
        where: { id },
        data: { status: "sent", sentAt: new Date(), lastError: null, attempts: { increment: 1 } },
      });
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      logger.warn("mail.not_noted", { mailId: id, ...describeError(error) });
      await pause(NOTE_AGAIN_MS);
    }
  }
}

/** Whether it was the last try: an address that refuses us for good is not asked twelve times, our own team is. */
async function noteFailure(mail: MailPayload, error: unknown, attempt: Attempt): Promise<boolean> {
  const { id, kind } = mail;
  if (kind === "outreach" && error instanceof MailNotSent && !error.mayHaveArrived)
    await db.mail.updateMany({ where: { id }, data: { mayHaveArrived: mail.mayHaveArrived } });
  const lastError = error instanceof MailNotSent ? error.code : "EUNKNOWN";
  const bounced = error instanceof MailNotSent && error.permanent && kind !== "team_notice";
  const status = bounced ? "bounced" : attempt.isLast ? "failed" : "queued";
  await db.mail.updateMany({
    where: { id, status: "queued" },
    data: { status, lastError, attempts: { increment: 1 } },
  });
  logger.warn(EVENTS[status], { mailId: id, kind, attempt: attempt.number, lastError });
  return bounced;
}

async function compose(mail: MailPayload): Promise<OutgoingMail | { code: OutreachRefusal }> {
  const { teamContact, crisisNumbers } = await getSettings();
  const team = teamAddresses();
  const composed = await {
    team_notice: () => ({ words: noticeOf(mail), to: team }),
    acknowledgement: () => ({ words: acknowledgementOf(mail, crisisNumbers.value), to: personOf(mail) }),
    erasure: () => ({ words: erasureOf(mail), to: formerPersonOf(mail) }),
    outreach: () => composeOutreachMail(mail.outreachId ?? ""),
  }[mail.kind]();
  if ("code" in composed) return composed;
  const { words, to } = composed;
  return {
    ...words,
    to,
    from: env().MAIL_FROM,
    replyTo: mail.kind !== "team_notice" ? (teamContact.value.email ?? team[0]) : undefined,
    messageId: `${mail.id}@${new URL(siteUrl()).hostname}`,
    // What staff write to a place is no automatic mail: that somebody is away is an answer too.
    headers: mail.kind === "outreach" ? {} : AUTOMATIC_MAIL,
  };
}

function noticeOf({ inquiry }: MailPayload): MailWords {
  const { id, reference, suspectedSpam } = inquiry;
  return teamNotice({ reference, suspectedSpam, url: `${siteUrl()}${inquiryPath(id)}` });
}

function acknowledgementOf(
  { inquiry }: MailPayload,
  crisisNumbers: Parameters<typeof acknowledgement>[0]["crisisNumbers"],
): MailWords {
  const { reference, locale, consents } = inquiry;
  const [consent] = consents;
  if (!consent) throw new Error("An inquiry without its consent");
  return acknowledgement({
    locale: locale as Locale,
    reference,
    permissionUntil: dayOf(consent.expiresAt),
    receiptUrl: `${siteUrl()}${receiptPath(locale as Locale, receiptToken(reference))}`,
    crisisNumbers,
  });
}

function erasureOf({ inquiry: { reference, locale } }: MailPayload): MailWords {
  return erasureConfirmation({ reference, locale: locale as Locale });
}

function formerPersonOf({ id, address }: MailPayload): string[] {
  return address === null ? [] : [openAddress(id, address)];
}

function personOf({ inquiry }: MailPayload): string[] {
  const email = openEmail(inquiry.id, inquiry.email);
  return email === null ? [] : [email];
}
