import "server-only";
import { clientNetworks } from "./client-ip";
import { consume, consumeSlowly, consumeSurely, isLimited, type Allowance, type Limit, type Pace } from "./rate-limit";

/**
 * A /48 may do what so many households do. One customer can have all of its 65,536 households, so without this limit
 * nobody with IPv6 would have any; and behind one /48 may be a whole town.
 */
const HOUSEHOLDS_PER_SITE = 10;

/**
 * Counts one use of `name` by whoever sent the request: an IPv4, or of an IPv6 the household (/64) and the site (/48).
 * Every limit by IP that the database counts goes through here; the line of costly pages (costly-requests) is in memory,
 * and each household has its own. A household that has used up its allowance takes nothing of its site's, so it
 * cannot keep its neighbors out.
 */
export function consumeByIp(name: string, headers: Pick<Headers, "get">, limit: Limit): Promise<Allowance> {
  return consumeBoth(name, headers, limit, consume);
}

/**
 * The same where nobody may pass uncounted.
 * @throws when the database could not count the use
 */
export function consumeSurelyByIp(name: string, headers: Pick<Headers, "get">, limit: Limit): Promise<Allowance> {
  return consumeBoth(name, headers, limit, consumeSurely);
}

async function consumeBoth(
  name: string,
  headers: Pick<Headers, "get">,
  limit: Limit,
  use: typeof consume,
): Promise<Allowance> {
  const { household, site } = clientNetworks(headers);
  const allowance = await use(name, household, limit);
  if (allowance.status === "limited" || site === null) return allowance;
  return use(siteName(name), site, siteLimit(limit));
}

/**
 * Lets each IPv4, and each site of IPv6, use `key` at its own growing pace, whatever others do.
 * @throws when the database could not count the use
 */
export function consumeSlowlyByIp(
  name: string,
  headers: Pick<Headers, "get">,
  key: string,
  pace: Pace,
): Promise<Allowance> {
  const { household, site } = clientNetworks(headers);
  return consumeSlowly(name, `${site ?? household} ${key}`, pace);
}

/** Whether they have used up an allowance of `name`; does not count a use. */
export async function isLimitedByIp(name: string, headers: Pick<Headers, "get">, limit: Limit): Promise<boolean> {
  const { household, site } = clientNetworks(headers);
  if (await isLimited(name, household, limit)) return true;
  return site !== null && isLimited(siteName(name), site, siteLimit(limit));
}

function siteName(name: string): string {
  return `${name}_48`;
}

function siteLimit({ points, seconds }: Limit): Limit {
  return { points: points * HOUSEHOLDS_PER_SITE, seconds };
}
