import "server-only";
import { randomBytes } from "node:crypto";
import { keyedHash, keyedHashes, readSigned, sign } from "@/lib/server/crypto";
import { readOwnCookie, setOwnCookie } from "@/lib/server/own-cookies";

/** Of an office's computer: so many members are known in one browser. */
const MAX_MEMBERS = 8;
/** A browser that nobody signed in with for so long is unknown again. */
const KEPT_SECONDS = 365 * 24 * 60 * 60;
const SIGNED_AS = "known browser";
const COOKIE = "staff-browser";
/** Known for a year: what a browser has from the version before counts, and is signed like the new one. */
const FORMER_COOKIE = "__Secure-staff-browser";

/** One member in one browser: a random identity, and a hash that only fits the member. Neither says who it is. */
type Mark = [random: string, member: string, signedInAt: number];

/**
 * The identity of this browser for a member who has signed in with it before; null in any other. Guesses from it are
 * counted apart from everybody else's, so nobody else can keep the member out of it.
 */
export async function knownBrowser(staffId: string): Promise<string | null> {
  const mark = (await marks()).find((each) => isOf(staffId, each));
  return mark?.[0] ?? null;
}

/** Knows this browser from now on. Only an action may do it, for a member who has just signed in. */
export async function rememberBrowser(staffId: string): Promise<void> {
  const others = (await marks()).filter((each) => !isOf(staffId, each));
  const random = (await knownBrowser(staffId)) ?? randomBytes(16).toString("base64url");
  const mark: Mark = [random, keyedHash(SIGNED_AS, `${random} ${staffId}`), Date.now()];
  const value = sign(SIGNED_AS, JSON.stringify([mark, ...others].slice(0, MAX_MEMBERS)));
  await setOwnCookie(COOKIE, { value, path: "/admin", maxAge: KEPT_SECONDS, sameSite: "strict" });
}

async function marks(): Promise<Mark[]> {
  const signed = readSigned(SIGNED_AS, (await readOwnCookie(COOKIE, FORMER_COOKIE)) ?? "");
  const kept = signed === null ? [] : (JSON.parse(signed.value) as Mark[]);
  return kept.filter(([, , signedInAt]) => Date.now() - signedInAt < KEPT_SECONDS * 1000);
}

/** Whether a mark is of a member, also when another secret was the newest then. */
function isOf(staffId: string, [random, member]: Mark): boolean {
  return keyedHashes(SIGNED_AS, `${random} ${staffId}`).includes(member);
}
