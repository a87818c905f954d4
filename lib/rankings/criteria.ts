import { SOURCES, type Fact, factOf } from "@/lib/facts/facts";
import type { CriterionResult, MethodCriterion, RankingInput, RankingMethod } from "./schema";

/** What is known of one listing when its criteria are evaluated. */
export interface Subject {
  facts: ReadonlyMap<string, Fact>;
  licenses: RankingInput["licenses"];
  stateListAsOf: string | null;
}

type Verdict = Pick<CriterionResult, "value" | "source" | "asOf" | "asOfPrecision" | "doubt">;

const UNKNOWN: Verdict = { value: "unknown", source: null, asOf: null, asOfPrecision: null };

/** Every criterion of the method, in its order, over one listing. */
export function evaluateCriteria(method: RankingMethod, subject: Subject): CriterionResult[] {
  return method.groups.flatMap(({ criteria }) =>
    criteria.map((criterion) => evaluateCriterion(criterion, method.categories, subject)),
  );
}

/** Yes, no or unknown, with the source and date of the deciding fact. */
export function evaluateCriterion(
  criterion: MethodCriterion,
  categories: RankingMethod["categories"],
  subject: Subject,
): CriterionResult {
  const verdict = provenBy(criterion.rule, subject) ?? refutedBy(criterion, categories, subject) ?? UNKNOWN;
  const points = verdict.value === "yes" ? criterion.points : 0;
  return { key: criterion.key, maximum: criterion.points, points, ...verdict };
}

/** The codes a rule asks about. */
export function codesOf(rule: MethodCriterion["rule"]): string[] {
  return "of" in rule ? rule.of.flatMap(({ codes }) => codes) : rule.anyOf;
}

function provenBy(rule: MethodCriterion["rule"], subject: Subject): Verdict | undefined {
  if ("of" in rule) {
    const met = rule.of.map(({ codes }) => newestYes(codes, subject)).filter((fact) => fact !== undefined);
    // The date of "at least two" is the date of its second-newest part.
    const deciding = met.sort(newestFirst)[rule.atLeast - 1];
    return deciding && verdictOf("yes", deciding);
  }
  return ("license" in rule ? currentLicense(subject) : undefined) ?? yesOf(rule.anyOf, subject);
}

function yesOf(codes: string[], subject: Subject): Verdict | undefined {
  const fact = newestYes(codes, subject);
  return fact && verdictOf("yes", fact);
}

/** What the state's list says of a license that is in force; of several licenses, the newest. */
function currentLicense({ licenses }: Subject): Verdict | undefined {
  const [license] = licenses.filter(({ current }) => current).sort((a, b) => b.asOf.localeCompare(a.asOf));
  return license && { value: "yes", source: "dhcs", asOf: license.asOf, asOfPrecision: license.asOfPrecision };
}

function refutedBy(
  { rule, unknownWhen }: MethodCriterion,
  categories: RankingMethod["categories"],
  subject: Subject,
): Verdict | undefined {
  // For official lists nothing is unknown: a place that is not on the list of that day is a no.
  if (!unknownWhen)
    return {
      value: "no",
      source: "dhcs",
      asOf: subject.stateListAsOf,
      asOfPrecision: subject.stateListAsOf ? "day" : null,
    };
  const own = codesOf(rule).map((code) => factOf(subject.facts, code));
  const retracted = own.find(({ value, source }) => value === "unknown" && source !== null);
  if (retracted) return verdictOf("unknown", retracted);
  const codes = categories.filter(({ key }) => unknownWhen.noCodeOf.includes(key)).flatMap((each) => each.codes);
  const answers = codes.map((code) => factOf(subject.facts, code)).filter(({ value }) => value !== "unknown");
  if (answers.length === 0) return undefined;
  // Every part must be a no, so the answer has the date of its oldest part.
  const parts = own.filter(({ value }) => value === "no");
  const deciding = (parts.length > 0 ? parts : answers).sort(newestFirst).at(-1);
  return deciding && verdictOf("no", deciding);
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
