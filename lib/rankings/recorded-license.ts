// An edition never changes, but licenses end or are renewed. This is what the records say now of a license that an
// edition counts as current.

import type { RankingInput } from "./schema";

type License = Pick<RankingInput["licenses"][number], "current" | "expiresOn">;

/** Days are YYYY-MM-DD. */
export type RecordedLicense =
  /** In force; until null: no end is recorded. */
  | { state: "current"; until: string | null }
  /** Its last day, as last recorded, is over. */
  | { state: "lapsed"; on: string }
  /** The records have no license any more. */
  | { state: "gone" };

/**
 * @param frozen the licenses as an edition judged them
 * @param recorded the licenses as they are recorded now, judged on `day`
 * @returns null when the edition counts none as current
 */
export function recordedLicense(
  frozen: readonly License[],
  recorded: readonly License[],
  day: string,
): RecordedLicense | null {
  if (!frozen.some(({ current }) => current)) return null;
  const inForce = recorded.filter(({ current }) => current);
  if (inForce.some(({ expiresOn }) => expiresOn === null)) return { state: "current", until: null };
  if (inForce.length > 0) return { state: "current", until: latest(inForce) };
  const on = latest(recorded.filter(({ expiresOn }) => expiresOn !== null && expiresOn < day));
  return on === null ? { state: "gone" } : { state: "lapsed", on };
}

function latest(licenses: readonly License[]): string | null {
  const days = licenses.map(({ expiresOn }) => expiresOn).filter((day) => day !== null);
  return days.sort().at(-1) ?? null;
}
