import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { newestHashPrefix, openOrNull } from "@/lib/server/crypto";
import { db } from "@/lib/server/db";
import { env, siteUrl } from "@/lib/server/env";
import { logger } from "@/lib/server/logger";
import { AUTOMATIC_MAIL, sendMail, teamEmails } from "@/lib/server/mailer";
import type { Attempt, Tasks } from "@/lib/server/queue";
import { z } from "@/lib/shared/zod";
import { teamNotice } from "./mails";
import { SEND_NOTICE_TASK } from "./mutations";
import { deskPath } from "./paths";
import { sameSince } from "./queries";
import { contentHashes, openWords } from "./sealed";

/** What the worker does for corrections. */
export const correctionTasks: Tasks = { [SEND_NOTICE_TASK]: sendNotice };

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
