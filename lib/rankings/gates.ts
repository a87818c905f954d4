import { factOf } from "@/lib/facts/facts";
import type { Subject } from "./criteria";
import { TOTAL_WEIGHT, type RankingInput, type RankingMethod } from "./schema";
import { coverageOf, type Tally } from "./score";

export const GATE_REASONS = [
  /** Detail: the codes that say so, such as "NOOP". */
  "does_not_treat_opioid_use_disorder",
  /** Detail: the day of closing, revocation or suspension. */
  "closed",
  /** Detail: the moment of that directory, "2023" or "2023-06-30". */
  "not_in_newest_directory",
  /** Detail: the day the last license ended. */
  "license_expired",
  /** No detail. */
  "no_current_authorization",
  /** Detail: the known share in whole percent, such as "58". */
  "not_enough_known",
] as const;

export type GateReason = (typeof GATE_REASONS)[number];

export interface FailedGate {
  reason: GateReason;
  detail: string | null;
}

/** The first gate a listing fails, or null when it is ranked. */
export function failedGate(
  method: RankingMethod,
  input: RankingInput,
  subject: Subject,
  tally: Tally,
): FailedGate | null {
  return failedGates(method, input, subject, tally)[0] ?? null;
}

/** Every gate a listing fails, in the order of the method. */
export function failedGates(method: RankingMethod, input: RankingInput, subject: Subject, tally: Tally): FailedGate[] {
  const failed: FailedGate[] = [];
  const { treatsOpioidUseDisorder, authorized } = method.gates;
  const other = yesCodes(treatsOpioidUseDisorder.noneOf, subject);
  if (other.length > 0) failed.push({ reason: "does_not_treat_opioid_use_disorder", detail: other.join(" ") });
  if (input.closed) failed.push({ reason: "closed", detail: input.closed.on });
  if (input.leftOutOf) failed.push(leftOut(input.leftOutOf));
  if (!isAuthorized(authorized.anyOf, input, subject)) failed.push(unauthorized(input));
  if (coverageOf(tally) < method.constants.minimumKnownShare)
    failed.push({ reason: "not_enough_known", detail: String(Math.floor((tally.known * 100) / TOTAL_WEIGHT)) });
  return failed;
}

/** It may have moved or closed: nobody has looked yet. */
function leftOut({ asOf, asOfPrecision }: NonNullable<RankingInput["leftOutOf"]>): FailedGate {
  return { reason: "not_in_newest_directory", detail: asOfPrecision === "year" ? asOf.slice(0, 4) : asOf };
}

function isAuthorized(certifications: string[], { licenses, exemption }: RankingInput, subject: Subject): boolean {
  return licenses.some(({ current }) => current) || yesCodes(certifications, subject).length > 0 || exemption !== null;
}

function unauthorized({ licenses }: RankingInput): FailedGate {
  const lastDay = licenses
    .map(({ expiresOn }) => expiresOn)
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  return lastDay
    ? { reason: "license_expired", detail: lastDay }
    : { reason: "no_current_authorization", detail: null };
}

function yesCodes(codes: string[], { facts }: Subject): string[] {
  return codes.filter((code) => factOf(facts, code).value === "yes");
}
