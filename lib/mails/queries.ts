import "server-only";
import { db, type Prisma } from "@/lib/server/db";
import { DELAY_ALERT_MINUTES, GIVEN_UP_ALERT_DAYS, type MailDelay, type MailFigures } from "./types";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * The mails that have waited for longer than DELAY_ALERT_MINUTES, or null when there are none. Mails that were given up
 * count too; after GIVEN_UP_ALERT_DAYS only the list and the figures show them.
 */
export async function findMailDelay(now = new Date()): Promise<MailDelay | null> {
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  const { _count, _min } = await db.mail.aggregate({
    where: {
      createdAt: { lt: ago(DELAY_ALERT_MINUTES * MINUTE_MS) },
      OR: [
        { status: "queued", ...notPacedSince(ago(DELAY_ALERT_MINUTES * MINUTE_MS)) },
        { status: "failed", createdAt: { gt: ago(GIVEN_UP_ALERT_DAYS * DAY_MS) } },
      ],
    },
    _count: true,
    _min: { createdAt: true },
  });
  return _min.createdAt && { count: _count, oldestAt: _min.createdAt };
}

export async function mailFigures(now = new Date()): Promise<MailFigures> {
  const [groups, oldest, paced] = await Promise.all([
    db.mail.groupBy({ by: ["kind", "status"], _count: true }),
    db.mail.findFirst({ where: { status: "queued" }, orderBy: { createdAt: "asc" }, select: { createdAt: true } }),
    countPaced(now),
  ]);
  return {
    byState: groups.map(({ kind, status, _count }) => ({ kind, status, count: _count })),
    oldestQueuedSeconds: oldest ? Math.max(0, (now.getTime() - oldest.createdAt.getTime()) / 1000) : 0,
    paced,
  };
}

/** Those that the brake over all confirmations keeps back at this moment. */
export function countPaced(now = new Date()): Promise<number> {
  return db.mail.count({ where: { status: "queued", pacedUntil: { gt: now } } });
}

/** What waits on purpose is not late; once it may leave, it has the same time as any other mail. */
function notPacedSince(moment: Date): Prisma.MailWhereInput {
  return { OR: [{ pacedUntil: null }, { pacedUntil: { lt: moment } }] };
}

/** Mails that should have arrived and have not. Without a mail to a place that came back after its consent ended. */
export function undelivered(now: Date): Prisma.MailWhereInput {
  const isOver = { OR: [{ endedAt: { not: null } }, { expiresAt: { lte: now } }] };
  return {
    status: { notIn: ["sent", "cancelled"] },
    NOT: { status: { in: ["failed", "bounced"] }, outreach: { consent: isOver } },
  };
}

/** Whether some of these mails wait to leave, or have left. */
export async function areUnderWay(ids: string[]): Promise<boolean> {
  return (await db.mail.count({ where: { id: { in: ids }, status: { in: ["queued", "sent"] } } })) > 0;
}
