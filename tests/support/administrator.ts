import { system } from "@/lib/audit/actor";
import { signInAction } from "@/lib/staff/actions";
import { ensureFirstAdministrator } from "@/lib/staff/mutations";
import { requireStaff } from "@/lib/staff/session";
import type { StaffSession } from "@/lib/staff/types";
import { formOf, outcomeOf } from "./staff-request";

/** Signs the first administrator in with the browser of the test (staff-request). */
export async function signInAdministrator(): Promise<StaffSession> {
  const administrator = { email: "admin@example.org", password: "correct horse battery" };
  await ensureFirstAdministrator(system("administrator"), administrator);
  await outcomeOf(() => signInAction(null, formOf({ ...administrator, next: "/admin" })));
  return requireStaff();
}
