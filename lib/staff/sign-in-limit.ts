import "server-only";
import { consumeSlowlyByIp, consumeSurelyByIp } from "@/lib/server/ip-limit";
import { consumeSurely, release, type Allowance, type Limit, type Pace } from "@/lib/server/rate-limit";

const QUARTER_HOUR = 15 * 60;
/** Guesses in a browser in which the member has signed in before. */
const PER_BROWSER: Limit = { points: 10, seconds: QUARTER_HOUR };
/** Guesses at one account from all other browsers, before each of their IPs is slowed. */
const PER_ACCOUNT: Limit = { points: 10, seconds: QUARTER_HOUR };
/** Guesses from one IP at any account, from browsers that are not known; everybody in an office has the same IP. */
const PER_IP: Limit = { points: 30, seconds: QUARTER_HOUR };
/**
 * While an account is under guesses, each IP may try it at its own pace: at once, after a minute, two, four, up to an
 * hour. The member at a new computer is not kept out by guesses from elsewhere; a thousand IPs together have 24 thousand
 * tries a day, where a password takes 100 million.
 */
const SLOWLY: Pace = { firstSeconds: 60, maxSeconds: 60 * 60 };

/** A try to sign in. */
export interface Try {
  email: string;
  /** Whose account it is; null when nobody's. */
  staffId: string | null;
  /** The identity of the browser, when the member has signed in with it before. */
  browser: string | null;
}

/**
 * Whether a password may be tried. Each try is counted.
 * @throws when it could not be counted: then no password may be tried
 */
export async function mayTry({ email, staffId, browser }: Try, headers: Pick<Headers, "get">): Promise<Allowance> {
  if (browser !== null) return consumeSurely("sign-in-browser", `${staffId} ${browser}`, PER_BROWSER);
  const byIp = await consumeSurelyByIp("sign-in-ip", headers, PER_IP);
  if (byIp.status === "limited") return byIp;
  const byAccount = await consumeSurely("sign-in-account", email, PER_ACCOUNT);
  // Counted from the first guess, so that whoever used up the account's allowance has to wait.
  const byPace = await consumeSlowlyByIp("sign-in-pace", headers, email, SLOWLY);
  return byAccount.status === "allowed" ? byAccount : byPace;
}

/** The right password came: what was counted of this browser, or of this account, is forgotten. */
export async function forgetTries({ email, staffId, browser }: Try): Promise<void> {
  if (browser !== null) await release("sign-in-browser", `${staffId} ${browser}`, PER_BROWSER);
  else await release("sign-in-account", email, PER_ACCOUNT);
}

/** Guesses at the current password, in the account of somebody who is signed in. */
export function mayTryOwn(staffId: string): Promise<Allowance> {
  return consumeSurely("password-change", staffId, PER_ACCOUNT);
}
