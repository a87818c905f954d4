import { factOf } from "@/lib/facts/facts";
import { authorizationOf, type Subject } from "./authorization";
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
  /** It has no license for the care with a stay that it gives. No detail. */
  "outpatient_certificate_only",
  /** Nobody has found out whether it needs a license of the state's list. No detail. */
  "not_checked",
  /** No detail. */
  "no_current_authorization",
  /** It is not known from the survey that the method reads. No detail. */
  "not_surveyed",
  /** Detail: the known share in whole percent, such as "58". */
  "not_enough_known",
] as const;

export type GateReason = (typeof GATE_REASONS)[number];

export interface FailedGate {
  reason: GateReason;
  detail: string | null;
}

type Authorized = RankingMethod["gates"]["authorized"];

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
  if (!authorizationOf(method, subject)) failed.push(unauthorized(authorized, input, subject));
  if (coverageOf(tally) < method.constants.minimumKnownShare) failed.push(notKnown(input, tally));
  return failed;
}

/** Of a place that the survey says nothing of, little is known; staff may find out enough. */
function notKnown({ sheets }: RankingInput, { known }: Tally): FailedGate {
  if (!sheets.some(({ source }) => source === "samhsa")) return { reason: "not_surveyed", detail: null };
  return { reason: "not_enough_known", detail: String(Math.floor((known * 100) / TOTAL_WEIGHT)) };
}

/** It may have moved or closed: nobody has looked yet. */
function leftOut({ asOf, asOfPrecision }: NonNullable<RankingInput["leftOutOf"]>): FailedGate {
  return { reason: "not_in_newest_directory", detail: asOfPrecision === "year" ? asOf.slice(0, 4) : asOf };
}

function unauthorized(
  { notChecked, licenseClasses }: Authorized,
  { name }: RankingInput,
  subject: Subject,
): FailedGate {
  const { kind, licenses } = subject;
  const lastDay = licenses
    .flatMap(({ expiresOn, asOf }) => (expiresOn !== null && expiresOn < asOf ? expiresOn : []))
    .sort()
    .at(-1);
  if (lastDay) return { reason: "license_expired", detail: lastDay };
  const isForOutpatients = (code: string) =>
    licenseClasses.outpatient.includes(code) && !licenseClasses[kind].includes(code);
  if (licenses.some((license) => license.current && isForOutpatients(license.class)))
    return { reason: "outpatient_certificate_only", detail: null };
  const isOpen =
    yesCodes(notChecked.codes, subject).length > 0 || notChecked.names.some((each) => name.startsWith(each));
  return { reason: isOpen ? "not_checked" : "no_current_authorization", detail: null };
}

function yesCodes(codes: string[], { facts }: Subject): string[] {
  return codes.filter((code) => factOf(facts, code).value === "yes");
}
