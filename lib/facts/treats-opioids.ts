import { factOf, type Fact } from "./facts";

/**
 * A place that answers one of these does not treat opioid use disorder: it says so, or it is only for people with
 * alcohol use disorder or for drivers under the influence. The ranking's first gate has the same codes.
 */
export const NOT_OPIOIDS = ["NOOP", "AUDO", "DUO"] as const;

/** False only where the place says so; a place that did not say may treat it. */
export function treatsOpioids(facts: ReadonlyMap<string, Fact>): boolean {
  return NOT_OPIOIDS.every((code) => factOf(facts, code).value !== "yes");
}
