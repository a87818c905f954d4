import type { ConsentEnding, ConsentView } from "./types";

/** `active`: places may be contacted within its scope. Every other one permits nothing any more. */
export type ConsentState = "active" | "expired" | ConsentEnding;

export function consentState(
  { ending, expiresAt }: Pick<ConsentView, "ending" | "expiresAt">,
  now = new Date(),
): ConsentState {
  if (ending !== null) return ending;
  return expiresAt.getTime() <= now.getTime() ? "expired" : "active";
}
