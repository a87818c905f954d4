import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { eraseWords } from "@/lib/corrections/mutations";
import { eraseDueInquiry } from "@/lib/receipts/mutations";
import { db } from "@/lib/server/db";
import { describeError, logger } from "@/lib/server/logger";
import { correctionsDue, findDue, inquiriesDue } from "./queries";
import { RETENTION_GROUPS, type RetentionGroup, type RetentionRun } from "./types";

/** How many of each group a run takes: a few seconds of work, however many are due. */
const BATCH = 500;

/**
 * Erases what has been kept long enough, the oldest first. Each has its own transaction, which checks again whether it
 * is still due: an inquiry that a colleague opens again meanwhile stays. Two runs at once erase nothing twice. Every
 * run is recorded, even one that found nothing, so staff can see that it runs.
 */
export async function eraseDue(actor: SystemActor, now = new Date(), batch = BATCH): Promise<RetentionRun> {
  const erased = { closed: 0, spam: 0, corrections: 0 };
  let failed = 0;
  for (const group of RETENTION_GROUPS) {
    for (const id of await nextDue(group, now, batch)) {
      const outcome = await eraseOne(actor, group, id, now);
      if (outcome === "erased") erased[group] += 1;
      if (outcome === "failed") failed += 1;
    }
  }
  const due = await findDue(now);
  const left = RETENTION_GROUPS.reduce((sum, group) => sum + due[group].count, 0);
  const run = { erased, failed, left };
  await recordAudit(db, actor, { action: "retention.ran", subjectType: "retention", subjectId: "daily", after: run });
  logger.info("retention.ran", { ...erased, failed, left });
  return run;
}

async function nextDue(group: RetentionGroup, now: Date, take: number): Promise<string[]> {
  const select = { id: true } as const;
  const rows =
    group === "corrections"
      ? await db.correction.findMany({ where: correctionsDue(now), orderBy: { createdAt: "asc" }, take, select })
      : await db.inquiry.findMany({ where: inquiriesDue(group, now), orderBy: { closedAt: "asc" }, take, select });
  return rows.map(({ id }) => id);
}

/** One that fails does not keep the others. */
async function eraseOne(
  actor: SystemActor,
  group: RetentionGroup,
  id: string,
  now: Date,
): Promise<"erased" | "not_due" | "failed"> {
  try {
    const isErased =
      group === "corrections"
        ? await eraseWords(actor, id, correctionsDue(now))
        : await eraseDueInquiry(actor, id, inquiriesDue(group, now));
    return isErased ? "erased" : "not_due";
  } catch (error) {
    logger.error("retention.not_erased", { group, id, ...describeError(error) });
    return "failed";
  }
}
