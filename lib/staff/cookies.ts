import "server-only";
import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies, headers } from "next/headers";
import { sessionCookie } from "./auth";
import { signedAnew } from "./cookie-signature";

/** The headers of this request as better-auth reads them: it knows the newest secret only. */
export async function staffHeaders(): Promise<Headers> {
  return signedAnew(await headers(), sessionCookie());
}

/** Gives the cookies of a better-auth answer to the browser; only an action may do this. */
export async function passCookies(answer: Headers): Promise<void> {
  const jar = await cookies();
  for (const [name, cookie] of parseSetCookieHeader(answer.get("set-cookie") ?? "")) {
    jar.set(name, cookie.value, toCookieOptions(cookie));
  }
}
