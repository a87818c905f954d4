import type { Messages } from "@/lib/shared/i18n";

/** Why an edition does not rank a place, as the ranking's gates name it and its messages say it. */
export type NotRankedReason = keyof Messages["rankings"]["excluded"]["reasons"];
