// Who may come, as the state's list of licenses writes it: "CO-ED", "MEN ONLY", "WOMEN/CHILD/DUAL".

import type { FactValue } from "./facts";

export interface StatePopulation {
  women: FactValue;
  men: FactValue;
  /** People 17 or younger are named. */
  youth: boolean;
  /** Nobody else is. */
  youthOnly: boolean;
  /** Children who come with a parent. */
  children: boolean;
}

const NOTHING: StatePopulation = { women: "unknown", men: "unknown", youth: false, youthOnly: false, children: false };

const WORDS: ReadonlySet<string> = new Set(
  "CO-ED MEN WOMEN ONLY YOUTH ADOLESCENT CHILDREN CHILD FAMILIES DUAL DIAGNOSIS".split(" "),
);

/** What all licenses of a place say together: one that names nobody leaves open who else may come. */
export function populationOf(texts: readonly (string | null)[]): StatePopulation {
  const each = texts.map((text) => readPopulation(text ?? ""));
  if (each.length === 0) return NOTHING;
  const gender = (which: "women" | "men"): FactValue => {
    const values = each.map((population) => population[which]);
    if (values.includes("yes")) return "yes";
    return values.includes("unknown") ? "unknown" : "no";
  };
  return {
    women: gender("women"),
    men: gender("men"),
    youth: each.some(({ youth }) => youth),
    youthOnly: each.every(({ youthOnly }) => youthOnly),
    children: each.some(({ children }) => children),
  };
}

/** A text with a word that the list did not have in 2026 says nothing. */
function readPopulation(text: string): StatePopulation {
  const words = new Set(text.toUpperCase().match(/[A-Z]+(?:-[A-Z]+)*/g) ?? []);
  if ([...words].some((word) => !WORDS.has(word))) return NOTHING;
  const has = (...any: string[]) => any.some((word) => words.has(word));
  const youth = has("YOUTH", "ADOLESCENT");
  const gender = (own: string, other: string): FactValue => {
    if (has("CO-ED", own)) return "yes";
    return has(other) ? "no" : "unknown";
  };
  return {
    women: gender("WOMEN", "MEN"),
    men: gender("MEN", "WOMEN"),
    youth,
    youthOnly: youth && !has("CO-ED", "MEN", "WOMEN", "FAMILIES"),
    children: has("CHILDREN", "CHILD", "FAMILIES"),
  };
}
