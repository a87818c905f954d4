import "server-only";
import { parseSetCookieHeader } from "better-auth/cookies";
import { headers } from "next/headers";
import { setOwnCookie } from "@/lib/server/own-cookies";
import { SESSION_COOKIE, sessionCookie } from "./auth";
import { signedAnew } from "./cookie-signature";

/** The headers of this request as better-auth reads them: it knows the newest secret only. */
export async function staffHeaders(): Promise<Headers> {
  return signedAnew(await headers(), sessionCookie());
}

/**
 * Gives the session's cookie of a better-auth answer to the browser; only an action may do this. Its other cookies are
 * removals of ones that nobody has.
 */
export async function passCookies(answer: Headers): Promise<void> {
  const cookie = parseSetCookieHeader(answer.get("set-cookie") ?? "").get(sessionCookie());
  if (!cookie) return;
  const { value, "max-age": maxAge } = cookie;
  // Lax, not strict: the team's mail links to an inquiry, and the member must still be signed in after that click.
  await setOwnCookie(SESSION_COOKIE, { value, path: "/", maxAge, sameSite: "lax" });
}
