// A listing's whole name as a person types it: with or without what a company's name ends with, and with the place that
// it is in, "Tarzana Treatment Centers, Lancaster".

import { areaCalled, isWholeCounty } from "./gazetteer";
import { readNear } from "./near";
import { hasMeaning, readingOf } from "./reading";
import type { TypedArea } from "./types";
import { inDocument, isLinking, plainWords } from "./words";

const COMPANY = ["inc", "incorporated", "llc", "lp", "llp", "corp", "corporation", "co", "company", "ltd"];

/** The words of a name without those that a company's name ends with. */
export function nameWords(text: string): string[] {
  const words = plainWords(text);
  return words.slice(0, words.findLastIndex((word) => !COMPANY.includes(word)) + 1);
}

/** What sort names of listings match that are called so: behind the name their slug follows, which has no space. */
export function wholeNamePattern(name: string): string {
  return `^${name}( (${COMPANY.join("|")}))* [^ ]+$`;
}

/** What finds the listings with a whole name. */
export interface Called {
  document: string;
  nameIs: string;
}

/** Null for a text without a name. */
export function calledSo(text: string): Called | null {
  const words = nameWords(text);
  return words.length === 0 ? null : { document: allOf(words), nameIs: words.join(" ") };
}

const allOf = (words: readonly string[]) => words.map((word) => inDocument(word)).join(" & ");

type IsWholeName = (condition: string, name: string) => Promise<boolean>;

/** A name with a place behind it. */
export interface CalledThere {
  called: Called;
  /** Where distances begin; null when the listings found are in the place, or it is the whole county. */
  near: TypedArea | null;
  /** The name means something by itself: it is named beside what it means. */
  isMeaning: boolean;
}

/** Reads a text as the whole name of a listing and a place behind it; null when no listing is called so. */
export async function nameInPlace(text: string, isWholeName: IsWholeName): Promise<CalledThere | null> {
  for (const split of splitsOf(plainWords(text.replace(/[\s,]+(?:CA|California)?[\s,]*(?:9\d{4})?\s*$/i, "")))) {
    const { name, city, near } = split;
    const called = calledSo(name.join(" "));
    if (!called) continue;
    const { document, nameIs } = called;
    const isMeaning = isAsking(name);
    const there = `${document} & ${allOf(city)}`;
    if (await isWholeName(there, nameIs)) return { called: { document: there, nameIs }, near: null, isMeaning };
    if (await isWholeName(document, nameIs)) return { called: { document, nameIs }, near, isMeaning };
  }
  return null;
}

interface Split {
  name: string[];
  /** As addresses have it. */
  city: string[];
  near: TypedArea | null;
}

/** Each way to take the last words as a place, the longest place first, with and without a word that links it. */
function splitsOf(words: readonly string[]): Split[] {
  return words.slice(1).flatMap((_, index) => {
    const phrase = words.slice(index + 1).join(" ");
    const start = areaCalled(phrase)?.start;
    if (!start && !isWholeCounty(phrase)) return [];
    const name = words.slice(0, index + 1);
    const city = start ? plainWords(start.name) : ["los", "angeles"];
    const near = start ? { ...readNear(start.name), start, typed: phrase } : null;
    const bare = name.slice(0, name.findLastIndex((word) => !isLinking(word)) + 1);
    return [name, ...(bare.length > 0 && bare.length < name.length ? [bare] : [])].map((each) => ({
      name: each,
      city,
      near,
    }));
  });
}

/** Whether a name asks for something by itself, with no word that only a name has: "Intensive Outpatient Program". */
export function isAsking(name: readonly string[]): boolean {
  const reading = readingOf(name.join(" "));
  const asks = [reading.asked, reading.services, reading.alone].some(({ length }) => length > 0);
  return hasMeaning(reading) && asks && reading.words.length === 0;
}
