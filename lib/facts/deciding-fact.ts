// Several survey codes can answer one question ("buprenorphine" has three). The answer is one fact with one source.

import { ATTRIBUTES } from "./attributes";
import { factOf, unknownFact, type Fact } from "./facts";

/**
 * The fact that decides a question that several codes can answer. It is the newest yes. Without a yes, an answer that was
 * set back to unknown leaves the question open: staff took it back, or the place contradicts itself. Else it is the no
 * of a part of the survey that was answered with no for each of the codes that stand in it, the oldest one, because all
 * of them must be a no. What nobody said is never a no.
 */
export function decidingFact(facts: ReadonlyMap<string, Fact>, codes: readonly string[]): Fact {
  const own = codes.map((code) => factOf(facts, code));
  const [yes] = own.filter(({ value }) => value === "yes").sort(newestFirst);
  const setBack = own.find(({ value, source }) => value === "unknown" && source !== null);
  return yes ?? setBack ?? noOf(own) ?? unknownFact(codes[0] ?? "");
}

function noOf(own: readonly Fact[]): Fact | undefined {
  const partOf = ({ attribute }: Fact) => ATTRIBUTES.get(attribute)?.category;
  const isRefused = (fact: Fact) => own.every((other) => other.value === "no" || partOf(other) !== partOf(fact));
  return own.filter(isRefused).sort(newestFirst).at(-1);
}

function newestFirst(a: Fact, b: Fact): number {
  return (b.asOf ?? "").localeCompare(a.asOf ?? "");
}
