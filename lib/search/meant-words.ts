import { AREA_NAMES } from "./gazetteer";
import { VOCABULARY_PHRASES } from "./vocabulary";

/** Every single word that means something here, to find what a mistyped one means. */
export const MEANT_WORDS: readonly string[] = [
  ...new Set([...VOCABULARY_PHRASES, ...AREA_NAMES].flatMap((phrase) => phrase.split(" "))),
]
  .filter((word) => word.length > 2)
  .sort();
