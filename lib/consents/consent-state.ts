import type { ConsentEnding, ConsentView } from "./types";

/** `active`: places may be contacted within its scope. In every other state nobody may be contacted under it. */
export type ConsentState = "active" | "expired" | ConsentEnding;

export function consentState(
  { ending, expiresAt }: Pick<ConsentView, "ending" | "expiresAt">,
  now = new Date(),
): ConsentState {
  if (ending !== null) return ending;
  return expiresAt.getTime() <= now.getTime() ? "expired" : "active";
}
