// The facts of a place as its page prints them: by topic, category and answer, with the source printed only once where
// all share it.

import { FACT_TOPICS, type FactTopic } from "./attribute-labels";
import { ATTRIBUTES } from "./attributes";
import { factOf, type Fact, type FactValue } from "./facts";

export interface FactCategory {
  category: string;
  /** In the code book's order. */
  facts: Fact[];
}

export interface FactGroup {
  topic: FactTopic;
  categories: FactCategory[];
  counts: Record<FactValue, number>;
  /** A fact that stands for the source and date of all answers; null when they differ or there are none. */
  sharedSource: Fact | null;
}

/** Every attribute of the code book, answered or not. */
export function groupFacts(facts: ReadonlyMap<string, Fact>): FactGroup[] {
  return FACT_TOPICS.map(({ key, categories }) => {
    const grouped = categories.map((category) => ({ category, facts: factsOfCategory(facts, category) }));
    const all = grouped.flatMap((each) => each.facts);
    return { topic: key, categories: grouped, counts: countValues(all), sharedSource: sharedSourceOf(all) };
  });
}

function factsOfCategory(facts: ReadonlyMap<string, Fact>, category: string): Fact[] {
  const attributes = [...ATTRIBUTES.values()].filter((attribute) => attribute.category === category);
  return attributes.map(({ code }) => factOf(facts, code));
}

function countValues(facts: readonly Fact[]): Record<FactValue, number> {
  const count = (value: FactValue) => facts.filter((fact) => fact.value === value).length;
  return { yes: count("yes"), no: count("no"), unknown: count("unknown") };
}

function sharedSourceOf(facts: readonly Fact[]): Fact | null {
  const answered = facts.filter(({ source }) => source !== null);
  const [first] = answered;
  const agree = answered.every(({ source, asOf }) => source === first?.source && asOf === first?.asOf);
  return first && agree ? first : null;
}
