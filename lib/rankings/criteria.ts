import { SOURCES, type Fact, factOf } from "@/lib/facts/facts";
import { authorizationOf, coveringLicense, type Subject } from "./authorization";
import type { CriterionResult, MethodCriterion, RankingMethod } from "./schema";

type Verdict = Pick<CriterionResult, "value" | "source" | "asOf" | "asOfPrecision" | "doubt" | "authority">;

const UNKNOWN: Verdict = { value: "unknown", source: null, asOf: null, asOfPrecision: null };

/** Every criterion of the method, in its order, over one listing. */
export function evaluateCriteria(method: RankingMethod, subject: Subject): CriterionResult[] {
  return method.groups.flatMap(({ criteria }) =>
    criteria.map((criterion) => evaluateCriterion(method, criterion, subject)),
  );
}

/** Yes, no or unknown, with the source and date of the deciding fact. */
export function evaluateCriterion(
  method: RankingMethod,
  criterion: MethodCriterion,
  subject: Subject,
): CriterionResult {
  const verdict = provenBy(method, criterion.rule, subject) ?? refutedBy(method, criterion, subject) ?? UNKNOWN;
  const points = verdict.value === "yes" ? criterion.points : 0;
  return { key: criterion.key, maximum: criterion.points, points, ...verdict };
}

/** The codes a rule asks about. */
export function codesOf(rule: MethodCriterion["rule"]): string[] {
  return "of" in rule ? rule.of.flatMap(({ codes }) => codes) : rule.anyOf;
}

function provenBy({ gates }: RankingMethod, rule: MethodCriterion["rule"], subject: Subject): Verdict | undefined {
  if ("of" in rule) {
    const met = rule.of.map(({ codes }) => newestYes(codes, subject)).filter((fact) => fact !== undefined);
    // The date of "at least two" is the date of its second-newest part.
    const deciding = met.sort(newestFirst)[rule.atLeast - 1];
    return deciding && verdictOf("yes", deciding);
  }
  const license = "license" in rule ? coveringLicense(gates.authorized, subject) : undefined;
  if (!license) return yesOf(rule.anyOf, subject);
  return { value: "yes", source: "dhcs", asOf: license.asOf, asOfPrecision: license.asOfPrecision };
}

function yesOf(codes: string[], subject: Subject): Verdict | undefined {
  const fact = newestYes(codes, subject);
  return fact && verdictOf("yes", fact);
}

function refutedBy(
  method: RankingMethod,
  { rule, unknownWhen }: MethodCriterion,
  subject: Subject,
): Verdict | undefined {
  if ("otherAuthority" in unknownWhen) return notOnTheList(method, subject);
  const own = codesOf(rule).map((code) => factOf(subject.facts, code));
  const retracted = own.find(({ value, source }) => value === "unknown" && source !== null);
  if (retracted) return verdictOf("unknown", retracted);
  const codes = method.categories.filter(({ key }) => unknownWhen.noCodeOf.includes(key)).flatMap((each) => each.codes);
  const answers = codes.map((code) => factOf(subject.facts, code)).filter(({ value }) => value !== "unknown");
  if (answers.length === 0) return undefined;
  // Every part must be a no, so the answer has the date of its oldest part.
  const parts = own.filter(({ value }) => value === "no");
  const deciding = (parts.length > 0 ? parts : answers).sort(newestFirst).at(-1);
  return deciding && verdictOf("no", deciding);
}

/** A no, unless the place needs no license of the state's list: then the list cannot tell. */
function notOnTheList(method: RankingMethod, subject: Subject): Verdict {
  const authorization = authorizationOf(method, subject);
  if (authorization?.by === "other_authority") {
    const { key: authority, fact } = authorization;
    return { ...(fact ? verdictOf("unknown", fact) : UNKNOWN), authority };
  }
  const { stateListAsOf } = subject;
  return { value: "no", source: "dhcs", asOf: stateListAsOf, asOfPrecision: stateListAsOf ? "day" : null };
}

function newestYes(codes: string[], { facts }: Subject): Fact | undefined {
  return codes
    .map((code) => factOf(facts, code))
    .filter(({ value }) => value === "yes")
    .sort(newestFirst)[0];
}

function verdictOf(value: Verdict["value"], { source, asOf, asOfPrecision, doubt }: Fact): Verdict {
  return { value, source, asOf, asOfPrecision, ...(value === "unknown" && doubt && { doubt }) };
}

/** Newest first; of answers from one day staff's first, then the state's, then the federal one. */
function newestFirst(a: Fact, b: Fact): number {
  return (b.asOf ?? "").localeCompare(a.asOf ?? "") || authority(a) - authority(b);
}

function authority({ source }: Fact): number {
  return source ? SOURCES.indexOf(source) : SOURCES.length;
}
