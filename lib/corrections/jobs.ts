import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import type { MailStatus } from "@/lib/mails/types";
import { newestHashPrefix, openOrNull } from "@/lib/server/crypto";
import { db } from "@/lib/server/db";
import { env, siteUrl } from "@/lib/server/env";
import { logger } from "@/lib/server/logger";
import { AUTOMATIC_MAIL, MailNotSent, sendMail, teamEmails } from "@/lib/server/mailer";
import type { Attempt, Tasks } from "@/lib/server/queue";
import { getSettings } from "@/lib/settings/queries";
import { localizedPath, type Locale } from "@/lib/shared/i18n";
import { z } from "@/lib/shared/zod";
import { reporterAnswer, teamNotice } from "./mails";
import { SEND_ANSWER_TASK, SEND_NOTICE_TASK } from "./mutations";
import { deskPath, LOG_PATH } from "./paths";
import { sameSince } from "./queries";
import { contentHashes, openEmail, openWords } from "./sealed";
import { isDecided } from "./schema";

/** What the worker does for corrections. */
export const correctionTasks: Tasks = { [SEND_NOTICE_TASK]: sendNotice, [SEND_ANSWER_TASK]: sendAnswer };

const payloadSchema = z.object({ correctionId: z.uuid() });

/**
 * Tells the team of a new correction, once. If we cannot record that it was sent, the repeat has the same Message-ID.
 */
async function sendNotice(payload: unknown, attempt: Attempt): Promise<void> {
  const { correctionId: id } = payloadSchema.parse(payload);
  const correction = await db.correction.findUnique({ where: { id }, select: { reference: true, notice: true } });
  if (correction?.notice !== "queued") return;
  try {
    await sendMail({
      ...teamNotice({ reference: correction.reference, url: `${siteUrl()}${deskPath(id)}` }),
      to: teamEmails(),
      from: env().MAIL_FROM,
      messageId: `correction-${id}@${new URL(siteUrl()).hostname}`,
      headers: AUTOMATIC_MAIL,
    });
  } catch (error) {
    await db.correction.update({
      where: { id },
      data: { notice: attempt.isLast ? "failed" : "queued" },
      select: { id: true },
    });
    throw error;
  }
  await db.correction.update({ where: { id }, data: { notice: "sent" }, select: { id: true } });
  logger.info("correction.notice_sent", { correctionId: id });
}

/**
 * Tells the reporter what we decided, once. A decision that was taken back meanwhile is not told, and nobody is written to
 * whose email was erased. If we cannot record that it was sent, the repeat has the same Message-ID.
 */
async function sendAnswer(payload: unknown, attempt: Attempt): Promise<void> {
  const { correctionId: id } = payloadSchema.parse(payload);
  const select = { reference: true, status: true, locale: true, email: true, answer: true } as const;
  const correction = await db.correction.findUnique({ where: { id }, select });
  if (correction?.answer !== "queued") return;
  const { reference, status } = correction;
  const to = correction.email && openEmail(id, correction.email);
  if (!to || !isDecided(status)) return noteAnswer(id, "cancelled");
  const locale = correction.locale as Locale;
  const { teamContact } = await getSettings();
  try {
    await sendMail({
      ...reporterAnswer({ locale, reference, status, logUrl: `${siteUrl()}${localizedPath(locale, LOG_PATH)}` }),
      to: [to],
      from: env().MAIL_FROM,
      replyTo: teamContact.value.email ?? teamEmails()[0],
      messageId: `correction-answer-${id}@${new URL(siteUrl()).hostname}`,
      headers: AUTOMATIC_MAIL,
    });
  } catch (error) {
    if (error instanceof MailNotSent && error.permanent) return noteAnswer(id, "bounced");
    if (attempt.isLast) await noteAnswer(id, "failed");
    throw error;
  }
  await noteAnswer(id, "sent");
  logger.info("correction.answer_sent", { correctionId: id });
}

async function noteAnswer(id: string, answer: MailStatus): Promise<void> {
  await db.correction.update({ where: { id }, data: { answer }, select: { id: true } });
}

/**
 * Makes the hashes anew, with the newest secret, by which the same report is recognised for a day.
 * @returns how many
 */
export async function renewContentHashes(_actor: SystemActor): Promise<number> {
  const rows = await db.correction.findMany({
    where: {
      erasedAt: null,
      createdAt: { gte: sameSince() },
      NOT: { contentHash: { startsWith: newestHashPrefix() } },
    },
    select: {
      id: true,
      listingId: true,
      topic: true,
      grounds: true,
      contentHash: true,
      wrong: true,
      right: true,
      evidence: true,
      email: true,
    },
  });
  let renewed = 0;
  for (const { id, listingId, topic, grounds, contentHash, ...sealed } of rows) {
    const words = openOrNull(() => openWords(id, sealed));
    const [newest = "", ...older] = words ? contentHashes(listingId, { topic, grounds, ...words }) : [];
    // Without its email, which is erased before the rest, a report no longer has the hash it had.
    if (older.includes(contentHash))
      renewed += await db.$executeRaw`
        UPDATE "Correction" SET "contentHash" = ${newest} WHERE "id" = ${id}::uuid AND "contentHash" = ${contentHash}`;
  }
  return renewed;
}
