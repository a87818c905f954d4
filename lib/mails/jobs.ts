import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { system } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { z } from "@/lib/shared/zod";
import { db } from "@/lib/server/db";
import { env, siteUrl } from "@/lib/server/env";
import { describeError, logger } from "@/lib/server/logger";
import { AUTOMATIC_MAIL, MailNotSent, sendMail, teamEmails, type OutgoingMail } from "@/lib/server/mailer";
import type { Attempt, Tasks } from "@/lib/server/queue";
import { consumeSurely } from "@/lib/server/rate-limit";
import { SEND_MAIL_TASK, SEND_TEST_MAIL_TASK } from "./job";
import { holdConfirmation } from "./mutations";
import { getSettings } from "@/lib/settings/queries";
import type { AnswersWithin } from "@/lib/settings/answers-within";
import type { CrisisNumber } from "@/lib/settings/schema";
import { getTranslator } from "@/lib/shared/i18n";
import { composeMail, type MailWords } from "@/lib/shared/mail-words";
import { mailSelect, type MailPayload } from "./select";
import { CONFIRMATION_KINDS } from "./types";

/** Words and recipients of a mail, or why it may no longer be sent. */
type Composed = { words: MailWords; to: string[] } | Refusal;
interface Refusal {
  code: string;
}

/** What every mail may need besides its row. */
export interface House {
  /** The team's emails. */
  team: string[];
  crisisNumbers: readonly CrisisNumber[];
  /** What the team says of its time; null when it says nothing. */
  answersWithin: AnswersWithin | null;
}

/** The function that writes each kind of mail; this noun does not know the words. */
export type Composers = Record<MailPayload["kind"], (mail: MailPayload, house: House) => Composed | Promise<Composed>>;

/** What the worker does with mails. */
export function mailTasks(composers: Composers): Tasks {
  return { [SEND_MAIL_TASK]: (payload, attempt) => sendOneMail(payload, attempt, composers) };
}

/** The time that remains of a job (MAX_TASK_MS) after the mailer's longest try. */
const NOTE_WITHIN_MS = 25_000;
const NOTE_AGAIN_MS = 250;
const EVENTS = { queued: "mail.delayed", failed: "mail.given_up", bounced: "mail.bounced" } as const;

const payloadSchema = z.object({ mailId: z.uuid() });

/**
 * Sends one mail, once: one that was sent, refused or erased is left alone. If we fail after the server
 * took it and before we record that, the repeat has the same Message-ID.
 */
async function sendOneMail(payload: unknown, attempt: Attempt, composers: Composers): Promise<void> {
  const { mailId } = payloadSchema.parse(payload);
  const mail = await db.mail.findUnique({ where: { id: mailId }, select: mailSelect });
  if (mail?.status !== "queued" || (await isPaced(mail, attempt))) return;
  try {
    const composed = await compose(mail, composers);
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

const HOUR_SECONDS = 60 * 60;

/**
 * Whether it waits because too many confirmations have left in this hour. Each counts once, however often it is tried. A
 * mail to the team or to a place never waits for it.
 */
async function isPaced({ id, kind }: MailPayload, { number }: Attempt): Promise<boolean> {
  if (!CONFIRMATION_KINDS.some((each) => each === kind) || number > 1) return false;
  const limit = { points: env().CONFIRMATIONS_PER_HOUR, seconds: HOUR_SECONDS };
  const allowance = await consumeSurely("confirmations", "the house", limit);
  if (allowance.status === "allowed") return false;
  await holdConfirmation(system("worker"), id, new Date(Date.now() + allowance.retrySeconds * 1000));
  logger.warn("mail.paced", { mailId: id, kind, retrySeconds: allowance.retrySeconds });
  return true;
}

/**
 * For a mail to a place: from here until a clear answer, it may have arrived. The receipt must not say otherwise, even
 * if this process ends.
 * @returns false when the mail was stopped a moment ago
 */
async function noteHandingOver({ id, kind }: MailPayload): Promise<boolean> {
  if (kind !== "outreach") return true;
  const { count } = await db.mail.updateMany({ where: { id, status: "queued" }, data: { mayHaveArrived: true } });
  return count > 0;
}

/** It may no longer be sent: the place is told nothing, and the receipt says that the mail was never sent. */
async function noteCancelled({ id, kind }: MailPayload, reason: string): Promise<void> {
  await db.mail.updateMany({ where: { id, status: "queued" }, data: { status: "cancelled" } });
  logger.info("mail.cancelled", { mailId: id, kind, reason });
}

/**
 * The server has the mail. We wait for a database that is down for a moment, because without the record the mail would
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

/**
 * Whether it was the last try. We do not try twelve times when a server refuses an email for good, except our team's.
 */
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

async function compose(mail: MailPayload, composers: Composers): Promise<OutgoingMail | Refusal> {
  const { teamContact, crisisNumbers } = await getSettings();
  const team = teamEmails();
  const composed = await composers[mail.kind](mail, {
    team,
    crisisNumbers: crisisNumbers.value,
    answersWithin: teamContact.value.answersWithin,
  });
  if ("code" in composed) return composed;
  const { words, to } = composed;
  return {
    ...words,
    to,
    from: env().MAIL_FROM,
    replyTo: mail.kind !== "team_notice" ? (teamContact.value.email ?? team[0]) : undefined,
    messageId: `${mail.id}@${new URL(siteUrl()).hostname}`,
    // A mail from staff to a place is no automatic mail: an out-of-office answer is an answer too.
    headers: mail.kind === "outreach" ? {} : AUTOMATIC_MAIL,
  };
}

/** What the worker does with a test mail. */
export const testMailTasks: Tasks = { [SEND_TEST_MAIL_TASK]: sendTestMail };

const testPayloadSchema = z.object({ testId: z.uuid() });

/** Tries once, and writes down what the server said: whoever asked for it is to see a failure now, not hours later. */
async function sendTestMail(payload: unknown): Promise<void> {
  const { testId } = testPayloadSchema.parse(payload);
  const outcome = await handOver(testId);
  await recordAudit(db, system("worker"), {
    action: "mail.tested",
    subjectType: "mail",
    subjectId: testId,
    after: { outcome },
  });
}

/** @returns "sent", or why it was not */
async function handOver(testId: string): Promise<string> {
  try {
    const { refused } = await sendMail({
      ...testWords(),
      to: teamEmails(),
      from: env().MAIL_FROM,
      messageId: `test-${testId}@${new URL(siteUrl()).hostname}`,
      headers: AUTOMATIC_MAIL,
    });
    return refused > 0 ? "EENVELOPE" : "sent";
  } catch (error) {
    if (error instanceof MailNotSent) return error.code;
    throw error;
  }
}

function testWords(): MailWords {
  const t = getTranslator("en", "mail.test");
  return composeMail("en", t("subject"), [[t("body")], [t("privacy")]]);
}
