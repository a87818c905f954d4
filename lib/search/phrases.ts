// A typed text with one of its phrases changed or taken out: what a link beside the phrase leads to.

import { withPlainSigns } from "./printed-numbers";
import { isLinking, plainWords } from "./words";

/** The text with a phrase as it was typed replaced where it first stands between other words. */
export function withPhrase(text: string, typed: string, used: string): string {
  const plain = withPlainSigns(text);
  const between = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(typed)}(?![\\p{L}\\p{N}])`, "iu");
  return tidy(plain.replace(between, () => used));
}

/** The text without a phrase, and without words that only linked it; "" when nothing telling is left. */
export function withoutPhrase(text: string, typed: string): string {
  const rest = withPhrase(text, typed, " ");
  const words = rest.split(" ");
  const isTelling = (word: string) => plainWords(word).some((plain) => !isLinking(plain));
  const last = words.findLastIndex(isTelling);
  return last < 0 ? "" : words.slice(0, last + 1).join(" ");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** Commas between phrases go with the phrase that they divided from others. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\s,;]*(?=[,;])/g, "")
    .replace(/^[\s,;]+|[\s,;]+$/g, "");
}
