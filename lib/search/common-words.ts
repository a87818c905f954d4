// Words of everyday English and Spanish. Who types one has not mistyped another: "horse" is no "house".

import { plainWords } from "./words";

let loading: Promise<ReadonlySet<string>> | undefined;

/** Loaded at the first word that nothing here is called: a tenth of a second, and 9 MB that a start does not need. */
async function load(): Promise<ReadonlySet<string>> {
  const lists = await Promise.all([
    import("@zxcvbn-ts/language-en/src/commonWords.json"),
    import("@zxcvbn-ts/language-es-es/src/commonWords.json"),
  ]);
  return new Set(lists.flatMap(({ default: words }) => words));
}

/** Whether a word, as it was typed, is one of them; with capitals or without accents too. */
export async function isCommonWord(typed: string): Promise<boolean> {
  const words = await (loading ??= load());
  return [typed, typed.toLowerCase(), ...plainWords(typed)].some((each) => words.has(each));
}
