import "server-only";
import { db } from "@/lib/server/db";
import { env, siteUrl } from "@/lib/server/env";
import { logger } from "@/lib/server/logger";
import { AUTOMATIC_MAIL, sendMail, teamEmails } from "@/lib/server/mailer";
import type { Attempt, Tasks } from "@/lib/server/queue";
import { z } from "@/lib/shared/zod";
import { teamNotice } from "./mails";
import { ERASE_EMAIL_TASK, SEND_NOTICE_TASK } from "./mutations";
import { deskPath } from "./paths";
import { EMAIL_KEPT_DAYS } from "./retention";

/** What the worker does for corrections. */
export const correctionTasks: Tasks = {
  [SEND_NOTICE_TASK]: sendNotice,
  [ERASE_EMAIL_TASK]: eraseEmail,
};

const payloadSchema = z.object({ correctionId: z.uuid() });
const DAY_MS = 24 * 60 * 60 * 1000;

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

/** Erases the reporter's email when the decision is a month old. */
async function eraseEmail(payload: unknown): Promise<void> {
  const { correctionId: id } = payloadSchema.parse(payload);
  const decidedBefore = new Date(Date.now() - EMAIL_KEPT_DAYS * DAY_MS);
  const { count } = await db.correction.updateMany({
    where: { id, decidedAt: { lte: decidedBefore } },
    data: { email: null },
  });
  logger.info("correction.email_erased", { correctionId: id, count });
}
