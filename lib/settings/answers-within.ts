/** Within what time the team means to answer people who write: working days, except for hours. */
export const ANSWERS_WITHIN = ["hours", "day", "two_days", "week"] as const;
export type AnswersWithin = (typeof ANSWERS_WITHIN)[number];
