import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { restateLicensedListings } from "@/lib/licensed-listings/mutations";
import type { LicensedListingCounts } from "@/lib/licensed-listings/types";
import { matchAndPlace } from "@/lib/matches/mutations";
import { listedLicenses } from "@/lib/matches/queries";
import type { MatchCounts } from "@/lib/matches/types";
import { refreshSearch } from "@/lib/search/mutations";
import { db, type Db } from "@/lib/server/db";
import { holdStatements } from "@/lib/statements/queries";
import { assignOperators, restateLegalEntities } from "./mutations";

/** Many times what a whole state takes. */
const MAX_SETTLE_MS = 120_000;

export interface Settled {
  licensedListings: LicensedListingCounts;
  matches: MatchCounts;
  /** How many matches, positions and kinds changed. */
  changes: number;
}

/**
 * Finds again what follows from listings and licenses as they stand, whichever came first: the listings that the state's
 * list alone makes, who runs which, matches, positions, kinds, legal entities, and what the search reads.
 * @param county whose figures are counted; all of California when null
 */
export async function settleListings(tx: Db, county: string | null): Promise<Settled> {
  const licenses = await listedLicenses(tx);
  const licensedListings = await restateLicensedListings(tx, licenses);
  await assignOperators(tx);
  const { matches, changes } = await matchAndPlace(tx, licenses, county);
  await restateLegalEntities(tx);
  await refreshSearch(tx);
  return { licensedListings, matches, changes };
}

const LONG = { timeout: MAX_SETTLE_MS, maxWait: MAX_SETTLE_MS };

/** The same for what staff changed since the last import: a name, an address, an operator, what is published. */
export async function settleAgain(_actor: SystemActor): Promise<void> {
  await db.$transaction(async (tx) => {
    await holdStatements(tx);
    await settleListings(tx, null);
  }, LONG);
}

/** The same where a migration left no matches. */
export async function settleUnmatched(_actor: SystemActor): Promise<void> {
  await db.$transaction(async (tx) => {
    const [match, license] = [await tx.licenseMatch.findFirst(), await tx.license.findFirst()];
    if (!match && license) await settleListings(tx, null);
  }, LONG);
}
