import "server-only";
import { cookies } from "next/headers";
import { siteUrl } from "./env";

interface OwnCookie {
  value: string;
  /** Where a site without TLS gets it; one with TLS gets it everywhere, as the prefix demands. */
  path: string;
  /** In seconds; 0 removes it. */
  maxAge: number | undefined;
  sameSite: "lax" | "strict";
}

/**
 * The name of a cookie of ours. With TLS it has the prefix `__Host-`: browsers then take it from this very site only,
 * encrypted, and no site of a neighboring name can put another in its place.
 */
export function ownCookieName(name: string): string {
  return hasTls() ? `__Host-${name}` : name;
}

/** Gives a cookie to the browser, out of reach of scripts. Only an action may do it. */
export async function setOwnCookie(name: string, { value, path, maxAge, sameSite }: OwnCookie): Promise<void> {
  const secure = hasTls();
  (await cookies()).set(ownCookieName(name), value, {
    path: secure ? "/" : path,
    httpOnly: true,
    secure,
    sameSite,
    ...(maxAge !== undefined && { maxAge }),
  });
}

/** @param formerName by which an earlier version gave it on a site with TLS, when browsers may still have it */
export async function readOwnCookie(name: string, formerName?: string): Promise<string | undefined> {
  const jar = await cookies();
  const former = formerName && hasTls() ? jar.get(formerName)?.value : undefined;
  return jar.get(ownCookieName(name))?.value ?? former;
}

const hasTls = () => siteUrl().startsWith("https:");
