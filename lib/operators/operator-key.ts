import { nameWords } from "@/lib/sources/names";

/** What says only which kind of company somebody is. */
const LEGAL_FORMS = new Set("co company corp corporation inc incorporated limited llc llp lp ltd pc pllc".split(" "));

/**
 * An operator's name as it is compared, within one state: "The Tarzana Trt Ctrs., Inc." in CA is
 * "tarzana-treatment-centers-ca". Two organizations of one name in two states are two.
 * @param state two capital letters
 */
export function operatorKey(name: string, state: string): string {
  // "L.P." is "LP".
  const words = nameWords(name.replace(/\b([a-z])\.(?=[a-z]\b)/gi, "$1")).split("-");
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1)!)) words.pop();
  if (words.length > 1 && words[0] === "the") words.shift();
  return [...words, state.toLowerCase()].filter((word) => word !== "").join("-");
}
