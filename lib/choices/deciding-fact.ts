// Several survey codes can answer one question ("buprenorphine" has three). The answer is one fact with one source.

import { factOf, unknownFact, type Fact } from "@/lib/facts/facts";

/**
 * The fact that decides a question that several codes can answer. It is the newest yes. Without a yes it is the oldest
 * no, because then all codes must be a no. Without either it is an answer that staff set back to unknown.
 */
export function decidingFact(facts: ReadonlyMap<string, Fact>, codes: readonly string[]): Fact {
  const own = codes.map((code) => factOf(facts, code));
  const [yes] = own.filter(({ value }) => value === "yes").sort(newestFirst);
  const no = own
    .filter(({ value }) => value === "no")
    .sort(newestFirst)
    .at(-1);
  const retracted = own.find(({ source }) => source !== null);
  return yes ?? no ?? retracted ?? unknownFact(codes[0] ?? "");
}

function newestFirst(a: Fact, b: Fact): number {
  return (b.asOf ?? "").localeCompare(a.asOf ?? "");
}
