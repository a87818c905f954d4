// Where distances begin: what a person types into the field "near", a ZIP code or the name of a place of the county.

import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { countyOfZip } from "@/lib/sources/county";
import { COUNTY_PARTS, isWholeCounty, AREA_NAMES, areaCalled, type NamedArea } from "./gazetteer";
import { slipsOf } from "./likeness";
import type { Correction, NearReading } from "./types";
import { isLinking, plainWords } from "./words";
import { middleOfZip } from "./zip-middle";
import { zipIn } from "./zip-text";

/** Of more names to choose from, the person types another letter. */
const MAX_CHOICES = 6;

/** Reads the field. It never throws, and never takes a place that is not called like that. */
export function readNear(text: string): NearReading {
  const typed = text.trim();
  const zip = zipIn(typed);
  if (zip) return zipReading(typed, zip);
  const words = plainWords(typed);
  const phrase = withoutLinks(words);
  if (isWholeCounty(phrase)) return reading(typed, { isWholeCounty: true, others: COUNTY_PARTS });
  const named = areaCalled(phrase);
  if (named) return reading(typed, named);
  const like = [words.join(" "), phrase].map(areasLike).find((each) => each.length > 0) ?? [];
  const [only] = like;
  if (like.length === 1 && only) return reading(typed, { ...only, isCorrected: true });
  return reading(typed, { others: like.slice(0, MAX_CHOICES).map(({ start }) => start.name) });
}

function reading(typed: string, found: Partial<NearReading>): NearReading {
  return { typed, start: null, isCorrected: false, others: [], isWholeCounty: false, isElsewhere: false, ...found };
}

function zipReading(typed: string, zip: string): NearReading {
  const position = middleOfZip(zip);
  if (!position) return reading(typed, {});
  const isCorrected = !typed.includes(zip);
  return reading(typed, {
    start: { name: zip, position, reach: 0 },
    isCorrected,
    isElsewhere: countyOfZip(zip) !== SERVED_COUNTY,
  });
}

/** "near the Valley, CA" → "the valley". */
function withoutLinks(words: readonly string[]): string {
  const first = words.findIndex((_, at) => isAreaFrom(words, at) || !isLinking(words[at]!));
  const rest = first < 0 ? words : words.slice(first);
  const end = rest.length > 1 && ["ca", "california"].includes(rest.at(-1) ?? "") ? -1 : undefined;
  return rest.slice(0, end).join(" ");
}

function isAreaFrom(words: readonly string[], at: number): boolean {
  const phrase = words.slice(at).join(" ");
  return areaCalled(phrase) !== null || isWholeCounty(phrase);
}

/** The places that a phrase may be a slip of the hand for, or else that begin with it; each once. */
function areasLike(phrase: string): NamedArea[] {
  const whole = slipsOf(phrase, AREA_NAMES, { isWhole: true });
  const starts = new Map(
    (whole.length > 0 ? whole : slipsOf(phrase, AREA_NAMES)).flatMap((name) => {
      const named = areaCalled(name);
      return named ? [[named.start.name, named] as const] : [];
    }),
  );
  return [...starts.values()];
}

/** Windows of words around a strange one, as steps back and on: two words are told more surely than one. */
const WINDOWS = [
  [1, 0],
  [0, 1],
  [1, 1],
  [0, 0],
] as const;

/** The places whose names a text may have mistyped around a word that nothing is called, the surest first. */
export function areaSlips(text: string, strange: string): Correction[] {
  const words = text.split(/\s+/);
  const at = words.findIndex((word) => plainWords(word).join(" ") === plainWords(strange).join(" "));
  if (at < 0) return [];
  const windows = WINDOWS.map(([back, on]) => words.slice(Math.max(0, at - back), at + on + 1).join(" "));
  return [...new Set(windows)].flatMap((typed) => {
    const names = slipsOf(plainWords(typed).join(" "), AREA_NAMES, { isWhole: true });
    const [used, ...others] = new Set(names.map((name) => areaCalled(name)!.start.name));
    return used && others.length === 0 ? [{ typed, used }] : [];
  });
}
