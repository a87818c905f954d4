import "server-only";
import { APIError } from "better-auth/api";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { auth } from "./auth";
import { passCookies } from "./cookies";
import { openedBy } from "./staff-form-key";
import { endLogin, forgetForm, keepForm } from "./mutations";
import { mayAct } from "./roles";
import { STAFF_ROLES, type StaffRole, type StaffSession } from "./types";

/**
 * The gate: every admin page, action and route handler awaits it first, and gives the session to the functions that
 * need it. Administrators may do everything; without a role every staff member may pass. Not signed in: redirects to
 * the sign-in page. Another role: answers 403.
 * @param form the form that was sent to an action: when the session has ended, or belongs to another person now, its
 * words
 * are kept for the person who opened the page, and are in the form again after that person has signed in
 */
export async function requireStaff(role?: StaffRole, form?: FormData): Promise<StaffSession> {
  const staff = await currentStaff();
  const opened = form instanceof FormData ? openedBy(form) : null;
  if (form && opened && opened.staffId !== staff?.staffId) await keepForm(opened, await askedPage(), form);
  if (!staff) redirect(await signInPath());
  if (opened && opened.staffId !== staff.staffId) redirect(`${(await askedPage()).path}?done=another_person`);
  if (!mayAct(staff.role, role)) forbidden();
  if (form) await renewCookie();
  if (opened) await forgetForm(opened, (await askedPage()).path);
  return staff;
}

/** Everybody signs in again a week after their last sign-in, however much they work. */
const MAX_SESSION_MS = 7 * 24 * 60 * 60 * 1000;

/** Who is signed in, or null. For the sign-in page and the frame around pages; it protects nothing. */
export const currentStaff = cache(async (): Promise<StaffSession | null> => {
  const found = await findSession();
  if (!found?.response) return null;
  const { session, user } = found.response;
  if (Date.now() - session.createdAt.getTime() > MAX_SESSION_MS) {
    await endLogin(session.token);
    return null;
  }
  const { id, name, email, role } = user;
  const known = STAFF_ROLES.find((each) => each === role);
  return known ? ({ staffId: id, name, email, role: known } as StaffSession) : null;
});

/** The session of this request, which prolongs it; null also for one that has ended just now. */
async function findSession() {
  try {
    return await auth().api.getSession({ headers: await headers(), returnHeaders: true });
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null;
    throw error;
  }
}

/** Lets the browser keep its cookie as long as the session; only an action can do this. */
async function renewCookie(): Promise<void> {
  const found = await findSession();
  if (found) await passCookies(found.headers);
}

/** The sign-in page, with the way back to the requested page when proxy.ts names it. */
async function signInPath(): Promise<string> {
  const { path } = await askedPage();
  return path !== "/admin" ? `/admin/sign-in?next=${encodeURIComponent(path)}` : "/admin/sign-in";
}

/** The requested page, as proxy.ts names it; for a form, also the query of its page. */
export async function askedPage(): Promise<{ path: string; search: string }> {
  const asked = await headers();
  const path = asked.get("x-request-path") ?? "/admin";
  const referrer = asked.get("referer") ?? "";
  const from = URL.canParse(referrer) ? new URL(referrer) : null;
  return { path, search: from?.pathname === path ? from.search : "" };
}
