import type { StaffRole } from "./types";

/**
 * Whether a member with the role `held` may do what needs the role `needed`. Administrators may do everything; `null`
 * needs no role.
 */
export function mayAct(held: StaffRole, needed?: StaffRole | null): boolean {
  return held === "admin" || !needed || held === needed;
}
