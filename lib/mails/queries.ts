import "server-only";
import { db } from "@/lib/server/db";
import { DELAY_ALERT_MINUTES, type MailDelay, type MailFigures } from "./types";

/** The mails still to be sent that have waited longer than DELAY_ALERT_MINUTES, or null when there are none. */
export async function findMailDelay(now = new Date()): Promise<MailDelay | null> {
  const { _count, _min } = await db.mail.aggregate({
    where: { status: "queued", createdAt: { lt: new Date(now.getTime() - DELAY_ALERT_MINUTES * 60_000) } },
    _count: true,
    _min: { createdAt: true },
  });
  return _min.createdAt && { count: _count, oldestAt: _min.createdAt };
}

export async function mailFigures(now = new Date()): Promise<MailFigures> {
  const [groups, oldest] = await Promise.all([
    db.mail.groupBy({ by: ["kind", "status"], _count: true }),
    db.mail.findFirst({ where: { status: "queued" }, orderBy: { createdAt: "asc" }, select: { createdAt: true } }),
  ]);
  return {
    byState: groups.map(({ kind, status, _count }) => ({ kind, status, count: _count })),
    oldestQueuedSeconds: oldest ? Math.max(0, (now.getTime() - oldest.createdAt.getTime()) / 1000) : 0,
  };
}
