import "server-only";
import { system } from "@/lib/audit/actor";
import { logger } from "@/lib/server/logger";
import { giveUpAbandoned } from "./mutations";
import { findMailDelay } from "./queries";

/** The same problem is reported again after this time. */
const REPEAT_MS = 15 * 60_000;

/**
 * Gives up mails that nobody will try, and checks whether mails wait too long. It logs an error when they begin to
 * wait, again from time to time while they wait, and a line when the waiting ends.
 */
export function mailWatch(): () => Promise<void> {
  let toldAt: number | null = null;
  return async () => {
    const now = new Date();
    const abandoned = await giveUpAbandoned(system("worker"));
    if (abandoned > 0) logger.error("mail.abandoned", { count: abandoned });
    const delay = await findMailDelay(now);
    if (!delay) {
      if (toldAt !== null) logger.info("mail.caught_up");
      toldAt = null;
      return;
    }
    if (toldAt !== null && now.getTime() - toldAt < REPEAT_MS) return;
    toldAt = now.getTime();
    const oldestMinutes = Math.floor((now.getTime() - delay.oldestAt.getTime()) / 60_000);
    logger.error("mail.undelivered", { count: delay.count, oldestMinutes });
  };
}
