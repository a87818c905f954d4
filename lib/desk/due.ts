import type { InquiryStatus } from "@/lib/inquiries/types";
import { dayOf } from "@/lib/shared/dates";

/**
 * How long staff have in each state until the next step: a first answer within a day, the next step within three days,
 * and a look within a week while they wait for the person or a place. A closed inquiry is never due.
 */
export const DUE_HOURS = {
  new: 24,
  in_progress: 72,
  waiting: 168,
  done: null,
  spam: null,
} as const satisfies Record<InquiryStatus, number | null>;

const HOUR_MS = 60 * 60 * 1000;

/** When an inquiry that enters a state at `since` is due; null when nothing is. */
export function dueAfter(status: InquiryStatus, since: Date): Date | null {
  const hours = DUE_HOURS[status];
  return hours === null ? null : new Date(since.getTime() + hours * HOUR_MS);
}

export function isClosed(status: InquiryStatus): boolean {
  return DUE_HOURS[status] === null;
}

export function isOverdue(dueAt: Date | null, now = new Date()): boolean {
  return dueAt !== null && dueAt.getTime() < now.getTime();
}

/** The last moment of a day (YYYY-MM-DD) in Los Angeles, whichever offset it has on that day. */
export function dueByEndOf(day: string): Date {
  const utcMidnight = new Date(`${day}T00:00:00Z`);
  // We go back from the coming midnight: the offset is 7 or 8 hours, depending on the day.
  const candidates = [8, 7].map((offset) => new Date(utcMidnight.getTime() + (24 + offset) * HOUR_MS - 1000));
  return candidates.find((moment) => dayOf(moment) === day) ?? candidates[1]!;
}
