import "server-only";
import { APIError } from "better-auth/api";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { system } from "@/lib/audit/actor";
import { forgetForm, keepForm, settleForm } from "@/lib/kept-forms/mutations";
import { auth } from "./auth";
import { passCookies, staffHeaders } from "./cookies";
import { keptAtOf, openedBy } from "./staff-form-key";
import { useLogin } from "./mutations";
import { mayAct } from "./roles";
import { RECENT_SECONDS, STAFF_ROLES, type StaffRole, type StaffSession } from "./types";

/**
 * The gate: every admin page, action and route handler awaits it first, and gives the session to the functions that
 * need it. Administrators may do everything; without a role every staff member may pass. Not signed in: redirects to
 * the sign-in page. Another role: answers 403.
 * @param form the form that was sent to an action: when the session has ended, or belongs to another person now, its
 * words are kept for the person who opened the page, and are in the form again after that person has signed in. Words
 * that are kept as they are typed are kept until `settle`.
 */
export async function requireStaff(role?: StaffRole, form?: FormData): Promise<StaffSession> {
  const staff = await currentStaff();
  const opened = form instanceof FormData ? openedBy(form) : null;
  const page = await askedPage(form);
  if (form && opened && (keptAtOf(form) || opened.staffId !== staff?.staffId))
    await keepForm(system("gate"), opened, page, form);
  if (!staff) redirect(signInPath(page.path));
  if (opened && opened.staffId !== staff.staffId) redirect(`${page.path}?done=another_person`);
  if (!mayAct(staff.role, role)) forbidden();
  if (form) await renewCookie();
  if (form && opened && !keptAtOf(form)) await forgetForm(staff, opened.name, page.path);
  return staff;
}

/**
 * The second gate, of what cannot be undone: a desk that its member left open does not do it. Whoever signed in too long
 * ago gives their password again; what was sent waits in its form meanwhile.
 */
export async function requireRecentSignIn(staff: StaffSession, form: FormData): Promise<void> {
  if (staff.secondsSinceSignIn < RECENT_SECONDS) return;
  const [opened, page] = [openedBy(form), await askedPage(form)];
  if (opened) await keepForm(system("gate"), opened, page, form);
  redirect(`/admin/sign-in?again=1&next=${encodeURIComponent(page.path)}`);
}

/** The words of a form are saved, and wait no longer. An action whose form keeps words calls it when it has succeeded. */
export async function settle(staff: StaffSession, form: FormData): Promise<void> {
  const opened = openedBy(form);
  const { path } = await askedPage(form);
  if (opened) await settleForm(staff, opened.name, path);
}

/** Who is signed in, or null. For the sign-in page and the frame around pages; it protects nothing. */
export const currentStaff = cache(async (): Promise<StaffSession | null> => {
  const found = await findSession();
  if (!found?.response) return null;
  const { session, user } = found.response;
  const seconds = await useLogin(system("gate"), session.token);
  return seconds === null ? null : mint(user, seconds);
});

/**
 * Signs in whoever knows the password of the account, with the browser's cookie; null for anybody else. The session that
 * the browser had before, as of who signs in again, has ended then: nobody could use it any more.
 */
export async function signIn(email: string, password: string): Promise<StaffSession | null> {
  const former = await staffHeaders();
  const signedIn = await orRefused(() => auth().api.signInEmail({ body: { email, password }, returnHeaders: true }));
  const staff = signedIn && mint(signedIn.response.user, 0);
  if (!staff) return null;
  await orRefused(() => auth().api.signOut({ headers: former }));
  await passCookies(signedIn.headers);
  return staff;
}

/** Of somebody whom better-auth has just proven. */
function mint(
  { id, name, email, role }: { id: string; name: string; email: string; role: string },
  secondsSinceSignIn: number,
): StaffSession | null {
  const known = STAFF_ROLES.find((each) => each === role);
  return known ? ({ staffId: id, name, email, role: known, secondsSinceSignIn } as StaffSession) : null;
}

/** Null when better-auth says no, as it does of a session that ended at this very moment; its own failures pass on. */
export async function orRefused<Data>(ask: () => Promise<Data>): Promise<Data | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null;
    throw error;
  }
}

/** The session of this request, prolonged by it. */
async function findSession() {
  const request = await staffHeaders();
  return orRefused(() => auth().api.getSession({ headers: request, returnHeaders: true }));
}

/** The browser keeps its cookie as long as the session goes on; only an action may say so. */
async function renewCookie(): Promise<void> {
  const found = await findSession();
  if (found) await passCookies(found.headers);
}

/** The sign-in page, with the way back to the requested page when proxy.ts names it. */
function signInPath(path: string): string {
  return path !== "/admin" ? `/admin/sign-in?next=${encodeURIComponent(path)}` : "/admin/sign-in";
}

/** The requested page, as proxy.ts names it; for a form, its own page, also with the query. */
export async function askedPage(form?: FormData): Promise<{ path: string; search: string }> {
  const asked = await headers();
  const path = (form instanceof FormData && keptAtOf(form)) || (asked.get("x-request-path") ?? "/admin");
  const referrer = asked.get("referer") ?? "";
  const from = URL.canParse(referrer) ? new URL(referrer) : null;
  return { path, search: from?.pathname === path ? from.search : "" };
}
