// What somebody asks for who refuses or lacks something: another phrase of the tables.

import { aloneWithout } from "./alone";
import { isPlaceWord, type Refusal } from "./refusals";

const INSURANCE = ["insurance", "insured", "coverage", "seguro", "aseguranza", "cobertura"];

/** The phrase of the tables that what is refused from a word on comes to: without insurance, what is left; null when to nothing. */
export function lackIn(words: readonly { plain: string }[], { at, phrases }: Refusal & { at: number }): string | null {
  const plain = (from: number, to: number) => words.slice(from, to).map((word) => word.plain);
  const all = phrases.map((each) => plain(each.at, each.at + each.length));
  if (all.flat().some((word) => INSURANCE.includes(word))) return "no insurance";
  // "No program for women", "no men program": who refuses a program refuses nobody's company.
  const before = plain(at, phrases[0]!.at);
  const isProgramFor = before.some(
    (word, index) => isPlaceWord(word) && ["for", "para"].includes(before[index + 1] ?? ""),
  );
  const isProgram = phrases.some((each) => words[each.at + each.length]?.plain.startsWith("program"));
  if (isProgramFor || isProgram) return null;
  return all.map((each) => (each.length === 1 ? aloneWithout(each[0]!) : null)).find((each) => each !== null) ?? null;
}
