import type { FailedGate } from "./gates";
import { criteriaByKey, methodChanged, ruleChanged } from "./method-changes";
import type { CriterionResult, RankingInput, RankingMethod } from "./schema";
import { roundScore } from "./score";

/** A listing as one edition froze it. */
export interface FrozenListing {
  /** The id: the same in every edition, even when the name changes. */
  id: string;
  input: RankingInput;
  /** Of its program, when it is ranked. */
  criteria: CriterionResult[];
  /** The ids of the program's listings, sorted, itself among them. */
  members: string[];
  result: { isRanked: true; rank: number; score: number } | ({ isRanked: false } & FailedGate);
}

/** What is the same for every place of an edition. */
export interface FrozenRules {
  method: RankingMethod;
  /** P of the formula, 0–1. */
  prior: number;
}

export type Answer = Pick<CriterionResult, "value" | "source" | "asOf" | "asOfPrecision">;
export type LicenseState = Pick<RankingInput["licenses"][number], "class" | "current" | "expiresOn" | "asOf">;

/** A fact, or a change for all, that moved a place. */
export type Cause =
  /** `ruleChanged`: the method also asks in another way than before. */
  | { type: "answer"; key: string; from: Answer; to: Answer; ruleChanged: boolean }
  /** Null: not among the licenses matched to the place. */
  | { type: "license"; number: string; from: LicenseState | null; to: LicenseState | null }
  /** The reason staff entered with its source; null: none. */
  | { type: "exemption"; from: string | null; to: string | null }
  /** What it is mainly, by which gates and criteria judge its license. */
  | { type: "kind"; from: RankingInput["kind"]; to: RankingInput["kind"] }
  /** The gate it failed; null: none. */
  | { type: "gate"; from: FailedGate | null; to: FailedGate | null }
  /** How many addresses its program has, when they are others than before. */
  | { type: "members"; from: number; to: number }
  /** It is new in our records, or left them. */
  | { type: "record"; is: "added" | "removed" }
  /** Weights, criteria, gates or constants changed, for every place. */
  | { type: "method" }
  /** The typical rate for what is not known, 0–1, for every place. */
  | { type: "rate"; from: number; to: number }
  /** Other places moved past it, or fell behind it. */
  | { type: "others" };

/** One edition's view of a place; undefined when it did not know it. */
export type View = FrozenRules & { place: FrozenListing | undefined };

/** Everything that changed between two editions and moved one place, its own facts first. */
export function causesOf(was: View, is: View): Cause[] {
  if (!was.place) return [{ type: "record", is: "added" }];
  if (!is.place) return [{ type: "record", is: "removed" }];
  const answers = answerChanges(was.place, is.place, was.method, is.method);
  const gates = gateChanges(was.place, is.place);
  const rules = criteriaByKey(is.method);
  // A license that changes no gate and no answer cannot be a cause.
  const onLicense = gates.length > 0 || answers.some(({ key }) => "license" in (rules.get(key)?.rule ?? {}));
  const authority = onLicense ? authorityChanges(was.place.input, is.place.input) : [];
  const method: Cause[] = methodChanged(was.method, is.method) ? [{ type: "method" }] : [];
  const own = [
    ...gates,
    ...(onLicense ? kindChange(was.place.input, is.place.input) : []),
    ...authority,
    ...memberChanges(was.place, is.place),
    ...answers,
    ...method,
  ];
  return [...own, ...outsideCauses(was, is, own.length > 0)];
}

/** Between two editions that rank it. */
function memberChanges(was: FrozenListing, is: FrozenListing): Cause[] {
  if (!was.result.isRanked || !is.result.isRanked || was.members.join() === is.members.join()) return [];
  return [{ type: "members", from: was.members.length, to: is.members.length }];
}

function gateChanges({ result: was }: FrozenListing, { result: is }: FrozenListing): Cause[] {
  const [from, to] = [gateOf(was), gateOf(is)];
  return from?.reason === to?.reason ? [] : [{ type: "gate", from, to }];
}

function gateOf(result: FrozenListing["result"]): FailedGate | null {
  return result.isRanked ? null : { reason: result.reason, detail: result.detail };
}

function answerChanges(was: FrozenListing, is: FrozenListing, oldMethod: RankingMethod, newMethod: RankingMethod) {
  const [asked, asks] = [criteriaByKey(oldMethod), criteriaByKey(newMethod)];
  const before = new Map(was.criteria.map((result) => [result.key, result]));
  return is.criteria.flatMap((result) => {
    const { key } = result;
    const [old, oldRule, newRule] = [before.get(key), asked.get(key), asks.get(key)];
    if (!old || !oldRule || !newRule || old.value === result.value) return [];
    const changed = ruleChanged(oldRule, newRule);
    return [{ type: "answer" as const, key, from: answerOf(old), to: answerOf(result), ruleChanged: changed }];
  });
}

function answerOf({ value, source, asOf, asOfPrecision }: CriterionResult): Answer {
  return { value, source, asOf, asOfPrecision };
}

function kindChange({ kind: from }: RankingInput, { kind: to }: RankingInput): Cause[] {
  return from === to ? [] : [{ type: "kind", from, to }];
}

function authorityChanges(was: RankingInput, is: RankingInput): Cause[] {
  const numbers = [...new Set([...is.licenses, ...was.licenses].map(({ number }) => number))];
  const licenses = numbers.flatMap((number): Cause[] => {
    const [from, to] = [licenseState(was, number), licenseState(is, number)];
    const isSame = from?.current === to?.current && from?.class === to?.class;
    return isSame ? [] : [{ type: "license", number, from, to }];
  });
  const [from, to] = [was.exemption?.reason ?? null, is.exemption?.reason ?? null];
  return from === to ? licenses : [...licenses, { type: "exemption", from, to }];
}

function licenseState({ licenses }: RankingInput, number: string): LicenseState | null {
  const found = licenses.find((license) => license.number === number);
  if (!found) return null;
  const { class: settingCode, current, expiresOn, asOf } = found;
  return { class: settingCode, current, expiresOn, asOf };
}

/** The cause for a listing that both editions rank, and whose own facts do not explain its move. */
function outsideCauses(was: View, is: View, hasOwn: boolean): Cause[] {
  const [before, after] = [was.place?.result, is.place?.result];
  if (!before?.isRanked || !after?.isRanked || before.rank === after.rank) return [];
  const hasUnknown = is.place?.criteria.some(({ value }) => value === "unknown") ?? false;
  const rate: Cause[] =
    !hasOwn && hasUnknown && was.prior !== is.prior ? [{ type: "rate", from: was.prior, to: is.prior }] : [];
  const gained = roundScore(after.score) - roundScore(before.score);
  const explained = after.rank < before.rank ? gained > 0 : gained < 0;
  return explained ? rate : [...rate, { type: "others" }];
}
