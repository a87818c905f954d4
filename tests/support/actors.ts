import { randomUUID } from "node:crypto";
import type { FormSender } from "@/lib/audit/actor";
import type { StaffRole, StaffSession } from "@/lib/staff/types";

interface Claimed {
  staffId?: string;
  name?: string;
  email?: string;
  role?: StaffRole;
  secondsSinceSignIn?: number;
}

/** A member who acts, without the gate. The one place where tests claim a session; no table need know the member. */
export function staffSession({
  staffId = "staff-1",
  name = "Sam",
  email = "sam@example.com",
  role = "admin",
  secondsSinceSignIn = 0,
}: Claimed = {}): StaffSession {
  return { staffId, name, email, role, secondsSinceSignIn } as StaffSession;
}

/** Somebody who sends a form of ours: each time another. */
export function formSender(): FormSender {
  return { formRandom: randomUUID() };
}
