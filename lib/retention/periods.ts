import { env } from "@/lib/server/env";
import type { RetentionGroup } from "./types";

const DAY_MS = 24 * 60 * 60 * 1000;

/** How many days each group is kept, as configured. */
export function keptDays(): Record<RetentionGroup, number> {
  const { RETENTION_CLOSED_DAYS, RETENTION_SPAM_DAYS, RETENTION_CORRECTION_DAYS } = env();
  return { closed: RETENTION_CLOSED_DAYS, spam: RETENTION_SPAM_DAYS, corrections: RETENTION_CORRECTION_DAYS };
}

/** What ended at this moment or before has been kept long enough. */
export function dueMoment(group: RetentionGroup, now: Date): Date {
  return new Date(now.getTime() - keptDays()[group] * DAY_MS);
}
