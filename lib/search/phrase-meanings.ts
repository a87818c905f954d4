// What words together mean: something of a table or an option of the filters, the whole county, or a place of it.

import { isZipOf } from "@/lib/facts/served-area";
import { areaCalled, isWholeCounty } from "./gazetteer";
import { readNear } from "./near";
import { optionCalled } from "./option-names";
import type { TypedArea } from "./types";
import { meaningCalled, wordsBegun, type Meaning } from "./vocabulary";
import { isLinking } from "./words";
import { zipIn } from "./zip-text";

/** What words together mean: something of a table, the whole county, or a place of it. */
export type Meant = { meaning: Meaning } | { isCounty: true } | { area: TypedArea };

/** In the plural too. */
export function meantBy(words: readonly { plain: string }[]): Meant | null {
  if (words.length === 0) return null;
  for (const phrase of phrasesMeant(words.map(({ plain }) => plain))) {
    const meant = phraseMeant(phrase);
    if (meant) return meant;
  }
  const begun = words.length === 1 ? wordsBegun(words[0]!.plain) : [];
  const meaning = begun.map(phraseMeaning).find((each) => each !== null);
  return meaning ? { meaning } : null;
}

function phraseMeant(phrase: string): Meant | null {
  const meaning = phraseMeaning(phrase);
  if (meaning) return { meaning };
  if (isWholeCounty(phrase) && !isLinking(phrase)) return { isCounty: true };
  // "18646 Oxnard" is a house: of numbers alone only those of California are ZIP codes.
  const zip = zipIn(zipBeside(phrase) ?? phrase);
  const isZip = zip !== null && isZipOf(zip, "CA");
  const area = isZip || areaCalled(phrase) !== null ? readNear(isZip ? zip : phrase) : null;
  return area?.start ? { area: { ...area, start: area.start } } : null;
}

function phraseMeaning(phrase: string): Meaning | null {
  const option = optionCalled(phrase);
  return meaningCalled(phrase) ?? (option && { sets: { group: option.group, options: [option.option] } });
}

/** The ZIP code that stands with its city, as in an address: "Inglewood, CA 90301". It says more than the city. */
function zipBeside(phrase: string): string | null {
  const [, before, zip] = /^(.+?)(?: ca| california)? (9\d{4})$/.exec(phrase) ?? [];
  return before && zip && (areaCalled(before) !== null || isWholeCounty(before)) ? zip : null;
}

/** A phrase as it stands, and with its words in the singular: "clinics" → "clinic", "mujeres" → "mujer". */
function phrasesMeant(words: readonly string[]): string[] {
  const singular = (ending: RegExp) => words.map((word) => word.replace(ending, "")).join(" ");
  return [...new Set([words.join(" "), singular(/(?<=\p{L}{2}[^s])s$/u), singular(/(?<=\p{L}{2}[lnrdzj])es$/u)])];
}
