import type { FederalSite } from "@/lib/sources/federal";
import type { Apart } from "@/lib/sources/rows";
import type { SitePlan } from "@/lib/statements/site-plan";
import type { ImportReport } from "./types";
import type { Changes } from "@/lib/statements/types";

/**
 * What an edition did to the listings of its rows.
 * @param touched ids of listings that changed
 * @param asOf YYYY-MM-DD
 */
export function siteChanges(
  sites: readonly FederalSite[],
  plan: SitePlan,
  touched: ReadonlySet<string>,
  asOf: string,
): Changes {
  const changes: Changes = { new: 0, changed: 0, unchanged: 0, older: 0 };
  for (const { key } of sites) {
    const listing = plan.known.get(key);
    const isOlder = listing?.newestAsOf != null && listing.newestAsOf > asOf;
    changes[!listing ? "new" : isOlder ? "older" : touched.has(listing.id) ? "changed" : "unchanged"]++;
  }
  return changes;
}

/** Codes no code book explains, with the number of rows that have them. */
export function unknownCodes(sites: readonly FederalSite[]): ImportReport["unknownCodes"] {
  const counts = new Map<string, number>();
  for (const code of sites.flatMap(({ answers }) => answers.unrecognised))
    counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}

/** Rows that look like one place and are not, with the listings they are; a row listed twice is among them once. */
export function apartPlaces(apart: readonly Apart[], slugOf: ReadonlyMap<string, string>): ImportReport["apart"] {
  return apart.map(({ differ, rows }) => ({
    differ,
    lines: rows.map(({ line }) => line),
    slugs: [...new Set(rows.map(({ key }) => slugOf.get(key) ?? ""))],
  }));
}
