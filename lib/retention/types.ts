/** `closed`: inquiries done. `spam`: inquiries judged to be spam. `corrections`: what their reporters wrote. */
export const RETENTION_GROUPS = ["closed", "spam", "corrections"] as const;
export type RetentionGroup = (typeof RETENTION_GROUPS)[number];

/** How many have been kept long enough, and since when the oldest; without anybody's words. */
export interface DueGroup {
  count: number;
  /** When the oldest inquiry was closed, or the oldest correction received; null when there is none. */
  oldestAt: Date | null;
}
export type RetentionReport = Record<RetentionGroup, DueGroup>;

/** What one run did. */
export interface RetentionRun {
  erased: Record<RetentionGroup, number>;
  /** Could not be erased; each is an error in the log. */
  failed: number;
  /** Still due afterward: more than one run takes, or failed. */
  left: number;
}

/** The newest run, for the staff's overview. */
export interface LastRetention extends RetentionRun {
  at: Date;
}
