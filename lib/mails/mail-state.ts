import type { MailState, MailStatus } from "./types";

/** The columns that tell a mail's state. */
export const STATE_COLUMNS = { status: true, attempts: true, pacedUntil: true } as const;

interface StateColumns {
  status: MailStatus;
  /** Failed tries. */
  attempts: number;
  pacedUntil: Date | null;
}

/** What every page says of a mail is made of this, so that no two pages say different things of one mail. */
export function mailStateOf({ status, attempts, pacedUntil }: StateColumns, now = new Date()): MailState {
  if (status !== "queued") return status;
  if (pacedUntil !== null && pacedUntil > now) return "paced";
  return attempts > 0 ? "delayed" : "queued";
}
