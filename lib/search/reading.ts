// What a typed text asks for, as far as that can be told without the database: numbers, what phrases mean, a place to
// measure from, and the words that are left.

import { isZipOf } from "@/lib/facts/served-area";
import { ageAt } from "./ages";
import { areaCalled, isWholeCounty } from "./gazetteer";
import { readNear } from "./near";
import { optionCalled } from "./option-names";
import { takeNumbers, type PrintedNumber } from "./printed-numbers";
import { refusalAt, type Refusable, type Refusal } from "./refusals";
import { servicesCalled } from "./service-words";
import type { AskedOption, AskedService, Told, Topic, TypedArea } from "./types";
import { meaningCalled, wordsBegun, type Meaning } from "./vocabulary";
import { zipIn } from "./zip-text";
import { isEither, isLinking, MAX_WORDS, plainWords } from "./words";

export interface Reading {
  /** Options that the text names; all of them hold. */
  asked: AskedOption[];
  /** Services that the text names and no filter has; all of them hold. */
  services: AskedService[];
  /** The first place that the text names. */
  near: TypedArea | null;
  /** Further places, as they were typed: distances begin at one. */
  setAside: string[];
  /** Phrases that restrict nothing, because the whole directory is about them. */
  subject: string[];
  /** Names of the county and its largest city, which all places are in or near. */
  county: string[];
  /** Phrases that ask where the person is. */
  asksPlace: string[];
  /** Phrases that the page says something about. */
  told: Told[];
  /** Whether a phrase names care for people with another disorder. */
  asksOthers: boolean;
  /** A word that those have in their names who are meant first of all. */
  calls: string | null;
  /** Numbers that a listing prints. */
  numbers: PrintedNumber[];
  /** What is left, to be found in names, cities and services. */
  words: TypedWord[];
}

export interface TypedWord {
  plain: string;
  typed: string;
}

/** A word of a text: without capitals, accents and signs, and where it stands. */
interface Word {
  plain: string;
  start: number;
  end: number;
}

/** No phrase that means something is longer, but for the names of options. */
const MAX_PHRASE_WORDS = 6;

/** Reads a text from left to right, the longest phrase that means something first. */
export function readingOf(text: string): Reading {
  const { rest, numbers } = takeNumbers(text);
  const words = wordsOf(rest);
  const reading: Reading = {
    asked: [],
    services: [],
    near: null,
    setAside: [],
    subject: [],
    county: [],
    asksPlace: [],
    told: [],
    asksOthers: false,
    calls: null,
    numbers,
    words: [],
  };
  const whole = meantBy(words);
  if (whole) takeMeant(reading, whole, typedIn(rest, words, 0, words.length), false);
  for (let at = whole ? words.length : 0; at < words.length;) at += takePhrase(reading, rest, words, at);
  return { ...reading, words: tellingWords(reading.words, hasMeaning(reading)) };
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}'’]+/gu)].flatMap(({ 0: typed, index }) =>
    plainWords(typed).map((plain) => ({ plain, start: index, end: index + typed.length })),
  );
}

/** Whether anything of the text means something beside words of a name. */
export function hasMeaning(reading: Reading): boolean {
  const { asked, services, near, subject, county, asksPlace, told, numbers } = reading;
  return near !== null || [asked, services, subject, county, asksPlace, told, numbers].some(({ length }) => length > 0);
}

/** Without those that only link others, unless nothing else was typed. */
function tellingWords(words: readonly TypedWord[], hasOthers: boolean): TypedWord[] {
  const telling = words.filter(({ plain }) => !isLinking(plain));
  const kept = telling.length > 0 || hasOthers ? telling : words;
  return [...new Map(kept.map((word) => [word.plain, word])).values()].slice(0, MAX_WORDS);
}

/** @returns how many words it took */
function takePhrase(reading: Reading, text: string, words: readonly Word[], at: number): number {
  const found = phraseAt(words, at);
  const refusal = found ? null : refusalAt(text, words, at, (each) => refusable(words, each));
  if (refusal) {
    refuse(reading, text, words, { at, ...refusal });
    return refusal.length;
  }
  if (!found) {
    const { plain, start, end } = words[at]!;
    reading.words.push({ plain, typed: text.slice(start, end) });
    return 1;
  }
  if (isFreeOf(text, words, at + found.length) && refusable(words, at)?.canRefuse) {
    refuse(reading, text, words, { at, length: found.length + 1, phrases: [{ at, length: found.length }] });
    return found.length + 1;
  }
  const isOr = at > 0 && isEither(words[at - 1]!.plain);
  takeMeant(reading, found.meant, typedIn(text, words, at, found.length), isOr);
  return found.length;
}

/** "Methadone-free"; "methadone free" may be a free one. */
function isFreeOf(text: string, words: readonly Word[], at: number): boolean {
  return words[at]?.plain === "free" && text.slice(words[at - 1]!.end, words[at].start) === "-";
}

const typedIn = (text: string, words: readonly Word[], at: number, length: number) =>
  text.slice(words[at]!.start, words[at + length - 1]!.end);

/** The longest phrase from a word on that means something. */
function phraseAt(words: readonly Word[], at: number): { length: number; meant: Meant } | null {
  const age = ageAt(words, at);
  if (age) return { length: age.length, meant: { meaning: meaningCalled(age.phrase)! } };
  for (let length = Math.min(MAX_PHRASE_WORDS, words.length - at); length > 0; length--) {
    const meant = meantBy(words.slice(at, at + length));
    if (meant) return { length, meant };
  }
  return null;
}

/** What words together mean: something of a table, the whole county, or a place of it. */
type Meant = { meaning: Meaning } | { isCounty: true } | { area: TypedArea };

/** In the plural too. */
function meantBy(words: readonly Word[]): Meant | null {
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

function takeMeant(reading: Reading, meant: Meant, typed: string, isOr: boolean): void {
  if ("meaning" in meant) take(reading, meant.meaning, typed, isOr);
  else if ("isCounty" in meant) reading.county.push(typed);
  else if (reading.near) reading.setAside.push(typed);
  else reading.near = { ...meant.area, typed };
}

/** Of what the page tells, what can be there and left out; the rest is a lack by itself: "no appointment". */
const REFUSABLE_TOPICS = new Set<Topic>(["unrecorded", "otherDrugs"]);

/** What from a word on could be refused. A service without a phrase of its own can be too. */
function refusable(words: readonly Word[], at: number): Refusable | null {
  const found = phraseAt(words, at);
  const { plain } = words[at]!;
  if (!found) {
    const isService = !isLinking(plain) && servicesCalled(plain).length > 0;
    return isService ? { length: 1, kind: "service", isDanger: false, canRefuse: true } : null;
  }
  const { length, meant } = found;
  if ("isCounty" in meant) return { length, kind: "area", isDanger: false, canRefuse: false };
  if ("area" in meant) {
    // "No Hollywood" is how some write North Hollywood.
    const isNorth = words[at - 1]?.plain === "no" && areaCalled(`north ${plain}`) !== null;
    return { length, kind: "area", isDanger: false, canRefuse: !isNorth };
  }
  const { sets, services, tells, named } = meant.meaning;
  const isTold = tells !== undefined && (named || REFUSABLE_TOPICS.has(tells));
  const asks = sets !== undefined || services !== undefined || isTold;
  const kind = sets?.group ?? (services ? "service" : (tells ?? ""));
  return { length, kind, isDanger: tells === "danger", canRefuse: asks };
}

/** Words refused ask for nothing, and the page says so. Who has no insurance asks for what is left without. */
function refuse(
  reading: Reading,
  text: string,
  words: readonly Word[],
  { at, length, phrases }: Refusal & { at: number },
) {
  const typed = typedIn(text, words, at, length);
  const insurance = phrases.some((phrase) =>
    words.slice(phrase.at, phrase.at + phrase.length).some(({ plain }) => INSURANCE.has(plain)),
  );
  if (insurance) take(reading, meaningCalled("no insurance")!, typed, false);
  else tell(reading, { typed, topic: "without" });
}

const INSURANCE = new Set(["insurance", "insured", "coverage", "seguro", "aseguranza", "cobertura"]);

function take(reading: Reading, meaning: Meaning, typed: string, isOr: boolean): void {
  const { sets, services, subject, asksPlace, tells, asksOthers, calls, named } = meaning;
  const last = reading.asked.at(-1);
  if (sets && isOr && last?.group === sets.group) last.options = [...new Set([...last.options, ...sets.options])];
  else if (sets && !isAsked(reading, sets)) reading.asked.push({ typed, ...sets });
  if (services) reading.services.push({ typed, codes: services });
  if (subject) reading.subject.push(typed);
  if (asksPlace) reading.asksPlace.push(typed);
  if (asksOthers) reading.asksOthers = true;
  if (calls) reading.calls = calls;
  if (tells) tell(reading, { typed, topic: tells });
  if (named) for (const plain of plainWords(typed)) reading.words.push({ plain, typed: plain });
}

/** Whether another phrase has asked for exactly this: "blue cross ppo". */
function isAsked({ asked }: Reading, { group, options }: NonNullable<Meaning["sets"]>): boolean {
  return asked.some((each) => each.group === group && each.options.join() === options.join());
}

/** Each thing is told once, of all the phrases that it is told of. */
function tell(reading: Reading, { typed, topic }: Told): void {
  const before = reading.told.find((each) => each.topic === topic);
  if (before) before.typed = `${before.typed}, ${typed}`;
  else reading.told.push({ typed, topic });
}

/** A phrase as it stands, and with its words in the singular: "clinics" → "clinic", "mujeres" → "mujer". */
function phrasesMeant(words: readonly string[]): string[] {
  const singular = (ending: RegExp) => words.map((word) => word.replace(ending, "")).join(" ");
  return [...new Set([words.join(" "), singular(/(?<=\p{L}{2}[^s])s$/u), singular(/(?<=\p{L}{2}[lnrdzj])es$/u)])];
}
