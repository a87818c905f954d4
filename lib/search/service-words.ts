// The words that a person may use for a service, in either language, and the survey's codes that they mean.

import { attributeLabel } from "@/lib/facts/attribute-labels";
import { ATTRIBUTES } from "@/lib/facts/attributes";
import { codesOf, optionLabel } from "@/lib/facts/filter-labels";
import { FACT_GROUPS, optionsOf } from "@/lib/facts/filter-options";
import { LOCALES } from "@/lib/shared/i18n";
import { plainWords } from "./words";

/** A shorter beginning of a word would find everything. */
const MIN_WORD_LENGTH = 3;

/** Words of the labels that many services share, or that say nothing about any. */
const EMPTY = new Set(
  (
    "accepts adult adults and any clients disorder disorders for from help long medicine not offers only other people " +
    "program programs provides says services state substance such term than that the their this treat treatment use " +
    "used uses who with you your " +
    "acepta adultos anos atencion ayuda como con consumo del dice las los otra otras otro otros para persona personas " +
    "por programa que servicios sobre sus sustancias tratamiento trastorno una"
  ).split(" "),
);

/** Questions of the survey that nobody looks for a place by: smoking rules, who prescribes against alcohol, owners. */
const UNASKED = new Set(["SMP", "FVP", "AUT", "SMAT", "OMSC", "FOP", "GN"]);

/** The services by which an entry can be found. */
export const FINDABLE_SERVICES: ReadonlySet<string> = new Set(
  [...ATTRIBUTES.values()].filter(({ category }) => !UNASKED.has(category)).map(({ code }) => code),
);

const CODES_OF_WORD = dictionary();

/** Every word of a service, to find the meaning of a mistyped one. */
export const SERVICE_WORDS: readonly string[] = [...CODES_OF_WORD.keys()].sort();

/** The services with a word that begins so: "metad" → MU, MM, …; none for words every service shares. */
export function servicesCalled(word: string): string[] {
  if (word.length < MIN_WORD_LENGTH || EMPTY.has(word)) return [];
  const codes = SERVICE_WORDS.filter((each) => each.startsWith(word)).flatMap((each) => CODES_OF_WORD.get(each) ?? []);
  return [...new Set(codes)].sort();
}

function dictionary(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const add = (label: string, codes: readonly string[]) => {
    // What stands in parentheses explains: "Outpatient (you live at home)" is not found by "home".
    for (const word of plainWords(label.replace(/\([^)]*\)/g, " ")).filter(
      (each) => each.length >= MIN_WORD_LENGTH && !EMPTY.has(each),
    ))
      found.set(word, new Set([...(found.get(word) ?? []), ...codes.filter((code) => FINDABLE_SERVICES.has(code))]));
  };
  for (const locale of LOCALES) {
    for (const code of FINDABLE_SERVICES) add(attributeLabel(locale, code), [code]);
    for (const group of FACT_GROUPS)
      for (const option of optionsOf(group)) add(optionLabel(locale, group, option), codesOf(group, option));
  }
  return new Map([...found].map(([word, codes]) => [word, [...codes].sort()]));
}
