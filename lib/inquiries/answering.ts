export const CONTACT_WAYS = ["email", "phone"] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** Of the day in Los Angeles. */
export const PREFERRED_TIMES = ["morning", "afternoon", "evening"] as const;
export type PreferredTime = (typeof PREFERRED_TIMES)[number];

/** How the person wants to be answered. */
export interface Answering {
  /** Whether a message may be left on their phone. */
  leaveMessage: boolean;
  preferredWay: ContactWay | null;
  preferredTime: PreferredTime | null;
}
