import type { Messages } from "@/lib/shared/i18n";

export const STAFF_ROLES = ["admin", "editor", "outreach"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

declare const minted: unique symbol;

/** Proof that a signed-in staff member made this request. Only `requireStaff` makes one; never cast to it. */
export interface StaffSession {
  readonly [minted]: true;
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
}

/** What can be wrong with a field in the admin area: a key of the messages that say how to fix it. */
export type AdminError = keyof Messages["admin"]["errors"];
