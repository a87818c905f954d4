import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { parseCookies, setRequestCookie } from "better-auth/cookies";
import { formerKeys, purposeKeys } from "@/lib/server/purpose-keys";

/** The secrets by which a cookie of staff may be signed: the newest first, those of former versions last. */
export function sessionSecrets(): string[] {
  return [
    ...purposeKeys("sessions").map(({ key }) => key.toString("base64url")),
    ...formerKeys().map(({ key }) => key.toString("utf8")),
  ];
}

/**
 * A request's headers with the cookie `name` signed by the newest secret, when any secret of ours had signed it: so a
 * member stays signed in when the secrets are rotated. Other cookies, and one that nobody of us signed, stay as they are.
 */
export function signedAnew(request: Headers, name: string): Headers {
  const cookie = parseCookies(request.get("cookie") ?? "").get(name) ?? "";
  const dot = cookie.lastIndexOf(".");
  const value = cookie.slice(0, Math.max(dot, 0));
  const [newest, ...older] = sessionSecrets();
  if (!value || !older.some((secret) => isEqual(cookie.slice(dot + 1), signatureOf(value, secret)))) return request;
  const headers = new Headers(request);
  setRequestCookie(headers, name, `${value}.${signatureOf(value, newest!)}`);
  return headers;
}

/** As better-auth signs its cookies. */
function signatureOf(value: string, secret: string): string {
  return createHmac("sha256", secret).update(value).digest("base64");
}

function isEqual(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
