import "server-only";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { auth } from "./auth";
import { mayAct } from "./roles";
import { STAFF_ROLES, type StaffRole, type StaffSession } from "./types";

/**
 * The gate: every admin page, action and route handler awaits it before anything else, and hands the session to what
 * needs it. Administrators may do everything; without a role any staff member may pass.
 * Not signed in: redirects to the sign-in page. Another role: answers 403.
 */
export async function requireStaff(role?: StaffRole): Promise<StaffSession> {
  const staff = await currentStaff();
  if (!staff) redirect(await signInPath());
  if (!mayAct(staff.role, role)) forbidden();
  return staff;
}

/** Who is signed in, or null. For the sign-in page and the frame around pages; it gates nothing. */
export const currentStaff = cache(async (): Promise<StaffSession | null> => {
  const signedIn = await auth().api.getSession({ headers: await headers() });
  if (!signedIn) return null;
  const { id, name, email, role } = signedIn.user;
  const known = STAFF_ROLES.find((each) => each === role);
  return known ? ({ staffId: id, name, email, role: known } as StaffSession) : null;
});

/** The sign-in page, with the way back to what was asked for when proxy.ts says what that was. */
async function signInPath(): Promise<string> {
  const asked = (await headers()).get("x-request-path");
  return asked && asked !== "/admin" ? `/admin/sign-in?next=${encodeURIComponent(asked)}` : "/admin/sign-in";
}
