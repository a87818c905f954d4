import { canonicalJson } from "@/lib/rankings/checksum";
import { criteriaByKey, weightChanges } from "@/lib/rankings/method-changes";
import type { MethodCriterion, MethodText, RankingMethod } from "@/lib/rankings/schema";

type Group = RankingMethod["groups"][number];
type Rules = RankingMethod["gates"] & Pick<RankingMethod, "programs">;

/** One difference between two versions of a method; `name` is that of the newer version. */
export type MethodChange =
  | { kind: "weight"; key: string; name: MethodText; from: number; to: number }
  | { kind: "criterion_added" | "criterion_removed"; key: string; name: MethodText; points: number }
  | { kind: "constant"; key: keyof RankingMethod["constants"]; from: number; to: number }
  /** What decides the answer: the codes, the alternatives, or when it is not known. */
  | { kind: "rule"; key: string; name: MethodText }
  | { kind: "evidence"; key: string; name: MethodText; added: string[]; removed: string[] }
  | { kind: "words"; key: string; name: MethodText }
  /** What a place needs to be ranked, or what makes places one program. */
  | { kind: "gate"; key: string; name: MethodText }
  /** Which codes belong to which part of the survey. */
  | { kind: "categories" }
  /** Groups or criteria have another order; nothing else about them changed. */
  | { kind: "order" };

/**
 * What differs between two versions: empty when they are the same except for their numbers. Weights come first,
 * in the order of the newer version.
 */
export function methodChanges(before: RankingMethod, after: RankingMethod): MethodChange[] {
  const [was, is] = [criteriaByKey(before), criteriaByKey(after)];
  return [
    ...weightsAndPresence(before, after),
    ...constantChanges(before, after),
    ...gateChanges(before, after),
    ...pairs(was, is).flatMap(criterionChanges),
    ...groupChanges(before, after),
    ...(same(before.categories, after.categories) ? [] : [{ kind: "categories" } as const]),
    ...(same(places(before, is), places(after, was)) ? [] : [{ kind: "order" } as const]),
  ];
}

/** Weights that differ, then new criteria, then removed ones. */
function weightsAndPresence(before: RankingMethod, after: RankingMethod): MethodChange[] {
  const changes = weightChanges(before, after);
  return [
    ...changes.flatMap(({ key, name, from, to }): MethodChange[] =>
      from === null || to === null ? [] : [{ kind: "weight", key, name, from, to }],
    ),
    ...changes.flatMap(({ key, name, from, to }): MethodChange[] =>
      from === null && to !== null ? [{ kind: "criterion_added", key, name, points: to }] : [],
    ),
    ...changes.flatMap(({ key, name, from, to }): MethodChange[] =>
      from !== null && to === null ? [{ kind: "criterion_removed", key, name, points: from }] : [],
    ),
  ];
}

function constantChanges({ constants: was }: RankingMethod, { constants: is }: RankingMethod): MethodChange[] {
  return (["minimumKnownShare", "priorPercentile"] as const)
    .filter((key) => was[key] !== is[key])
    .map((key) => ({ kind: "constant", key, from: was[key], to: is[key] }));
}

function gateChanges(before: RankingMethod, after: RankingMethod): MethodChange[] {
  const [was, is] = [before, after].map(({ gates, programs }) => ({ ...gates, programs })) as [Rules, Rules];
  return (["treatsOpioidUseDisorder", "authorized", "open", "enoughKnown", "programs"] as const).flatMap(
    (key): MethodChange[] => {
      const { name } = is[key];
      return [
        ...(same(ruleOf(is[key]), ruleOf(was[key])) ? [] : [{ kind: "gate", key, name } as const]),
        ...(same(wordsOf(is[key]), wordsOf(was[key])) ? [] : [{ kind: "words", key, name } as const]),
      ];
    },
  );
}

type Gate = Rules[keyof Rules];

/** Names and evidence decide nothing. */
function ruleOf(gate: Gate) {
  const { name: _name, explanation: _explanation, ...rule } = gate;
  return "otherAuthorities" in rule
    ? { ...rule, evidence: null, otherAuthorities: rule.otherAuthorities.map(({ key, codes }) => [key, codes]) }
    : rule;
}

function wordsOf(gate: Gate) {
  const more = "otherAuthorities" in gate && [gate.evidence, gate.otherAuthorities.map(({ name }) => name)];
  return [gate.name, gate.explanation, more];
}

function criterionChanges([old, now]: [MethodCriterion, MethodCriterion]): MethodChange[] {
  const { key, name } = now;
  const titles = (evidence: MethodCriterion["evidence"], others: MethodCriterion["evidence"]) =>
    evidence.filter((each) => !others.some((other) => same(each, other))).map(({ title }) => title);
  return [
    ...(same([old.rule, old.unknownWhen], [now.rule, now.unknownWhen]) ? [] : [{ kind: "rule", key, name } as const]),
    ...(same(old.evidence, now.evidence)
      ? []
      : [
          {
            kind: "evidence",
            key,
            name,
            added: titles(now.evidence, old.evidence),
            removed: titles(old.evidence, now.evidence),
          } as const,
        ]),
    ...(same([old.name, old.explanation], [now.name, now.explanation]) ? [] : [{ kind: "words", key, name } as const]),
  ];
}

function groupChanges(before: RankingMethod, after: RankingMethod): MethodChange[] {
  const words = ({ name, explanation }: Group) => [name, explanation];
  return after.groups.flatMap((group): MethodChange[] => {
    const old = before.groups.find(({ key }) => key === group.key);
    return old && same(words(old), words(group)) ? [] : [{ kind: "words", key: group.key, name: group.name }];
  });
}

type CriteriaByKey = ReadonlyMap<string, MethodCriterion>;

function pairs(was: CriteriaByKey, is: CriteriaByKey): [MethodCriterion, MethodCriterion][] {
  return [...is.values()].flatMap((now) => {
    const old = was.get(now.key);
    return old ? [[old, now] as [MethodCriterion, MethodCriterion]] : [];
  });
}

/** The group of each criterion that both versions have, in order. */
function places({ groups }: RankingMethod, others: CriteriaByKey): string[] {
  return groups.flatMap((group) => [
    group.key,
    ...group.criteria.filter(({ key }) => others.has(key)).map(({ key }) => key),
  ]);
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
