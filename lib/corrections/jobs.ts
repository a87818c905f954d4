import "server-only";
import { db } from "@/lib/server/db";
import { env, siteUrl } from "@/lib/server/env";
import { logger } from "@/lib/server/logger";
import { AUTOMATIC_MAIL, sendMail, teamEmails } from "@/lib/server/mailer";
import type { Attempt, Tasks } from "@/lib/server/queue";
import { z } from "@/lib/shared/zod";
import { teamNotice } from "./mails";
import { SEND_NOTICE_TASK } from "./mutations";
import { deskPath } from "./paths";

/** What the worker does for corrections. */
export const correctionTasks: Tasks = { [SEND_NOTICE_TASK]: sendNotice };

const payloadSchema = z.object({ correctionId: z.uuid() });

/**
 * Tells the team of a new correction, once. If we cannot record that it was sent, the repeat has the same Message-ID.
 */
async function sendNotice(payload: unknown, attempt: Attempt): Promise<void> {
  const { correctionId: id } = payloadSchema.parse(payload);
  const correction = await db.correction.findUnique({ where: { id }, select: { reference: true, notice: true } });
  if (!correction || correction.notice === "sent") return;
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
