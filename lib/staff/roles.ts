import type { StaffRole } from "./types";

/** Whether a member with `held` may do what asks for `needed`: administrators everything, and anybody what asks for none. */
export function mayAct(held: StaffRole, needed?: StaffRole | null): boolean {
  return held === "admin" || !needed || held === needed;
}
