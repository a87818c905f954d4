// What a typed text asks for, as far as that can be told without the database: numbers, what phrases mean, a place to
// measure from, and the words that are left.

import type { FilterOption } from "@/lib/facts/filter-options";
import { ageAt, type Age, bareAge, isPerhapsAge } from "./ages";
import { aloneAt, welcomeAt } from "./alone";
import { areaCalled } from "./gazetteer";
import { lackIn } from "./lacks";
import { measureAt } from "./measures";
import { meantBy, type Meant } from "./phrase-meanings";
import { takeNumbers, type PrintedNumber } from "./printed-numbers";
import { refusalAfter, refusalAt, type Refusable, type Refusal } from "./refusals";
import { coupleAt, isPerhapsAnother } from "./relatives";
import { servicesCalled } from "./service-words";
import type { AskedAlone, AskedOption, AskedService, Told, Topic, TypedArea } from "./types";
import { meaningCalled, type Meaning } from "./vocabulary";
import { isEither, isLinking, isWhich, MAX_WORDS, plainWords } from "./words";
import { forWhom, GROWN } from "./whom";

export interface Reading {
  /** Options that the text names; all of them hold. */
  asked: AskedOption[];
  /** Services that the text names and no filter has; all of them hold. */
  services: AskedService[];
  /** Whom a place is to be for alone. */
  alone: AskedAlone[];
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
  /** Whether an age is said. */
  saysAge: boolean;
  /** For whom each age that is said is: options of the filters, or of none. */
  ages: (readonly FilterOption[])[];
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
  /** With the sign that says what a number is: "$20", "18+". */
  signed: string;
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
    alone: [],
    near: null,
    setAside: [],
    subject: [],
    county: [],
    asksPlace: [],
    told: [],
    saysAge: false,
    ages: [],
    asksOthers: false,
    calls: null,
    numbers,
    words: [],
  };
  const whole = meantBy(words);
  if (whole) takeMeant(reading, whole, typedIn(rest, words, 0, words.length), false);
  for (let at = whole ? words.length : 0; at < words.length;) at += takePhrase(reading, rest, words, at);
  return toldApart(forWhom(reading), rest, words);
}

/** Without words that only link others. A text of nothing else leaves no place out: "for myself"; "17" is an age. */
function toldApart(reading: Reading, text: string, words: readonly Word[]): Reading {
  const telling = reading.words.filter(({ plain }) => !isLinking(plain));
  const isLink = words.length > 0 && telling.length === 0 && !hasMeaning(reading);
  const age = isLink ? bareAge(words) : null;
  if (age) {
    const typed = typedIn(text, words, age.at, 1);
    take(reading, meaningCalled(age.phrase)!, typed, false);
    tell(reading, { typed, topic: "age" });
  } else if (isLink) reading.subject.push(typedIn(text, words, 0, words.length));
  const isLeft = (at: number) =>
    reading.words.some(({ plain }) => plain === words[at]!.plain) && isPerhapsAge(words, at);
  const left = age || isLink ? -1 : words.findIndex((_, at) => isLeft(at));
  if (left >= 0) tell(reading, { typed: typedIn(text, words, left, 1), topic: "number" });
  const each = new Map(telling.map((word) => [word.plain, word]));
  return { ...reading, words: [...each.values()].slice(0, MAX_WORDS) };
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/(\$ ?)?([\p{L}\p{N}\p{M}'’]+)((?<=\d)[+%])?/gu)].flatMap(
    ({ 1: before = "", 2: typed = "", 3: after = "", index }) => {
      const start = index + before.length;
      const signed = (plain: string) => `${before.trim()}${plain}${after}`;
      return plainWords(typed).map((plain) => ({ plain, signed: signed(plain), start, end: start + typed.length }));
    },
  );
}

/** Whether anything of the text means something beside words of a name. */
export function hasMeaning(reading: Reading): boolean {
  const { asked, services, alone, near, subject, county, asksPlace, told, numbers } = reading;
  const meant = [asked, services, alone, subject, county, asksPlace, told, numbers];
  return near !== null || meant.some(({ length }) => length > 0);
}

/** @returns how many words it took */
function takePhrase(reading: Reading, text: string, words: readonly Word[], at: number): number {
  const found = phraseAt(words, at);
  const measured = measureAt(text, words, at);
  if (measured > (found?.length ?? 0)) {
    reading.subject.push(typedIn(text, words, at, measured));
    return measured;
  }
  const meant = (each: number) => refusable(words, each);
  const refusal = (found ? null : refusalAt(text, words, at, meant)) ?? refusalAfter(text, words, at, meant);
  if (refusal) {
    refuse(reading, text, words, { at, ...refusal });
    return refusal.length;
  }
  if (!found) {
    const { plain, start, end } = words[at]!;
    const typed = text.slice(start, end);
    if (!isNewOne(words, at)) reading.words.push({ plain, typed });
    return 1;
  }
  if (isFreeOf(text, words, at + found.length) && refusable(words, at)?.canRefuse) {
    refuse(reading, text, words, { at, length: found.length + 1, phrases: [{ at, length: found.length }] });
    return found.length + 1;
  }
  const isOr = at > 0 && isEither(words[at - 1]!.plain);
  if (found.age) reading.saysAge = true;
  if (found.age && !found.age.isFrom) reading.ages.push(meaningCalled(found.age.phrase)?.sets?.options ?? []);
  const typed = typedIn(text, words, at, found.length);
  const isRelative = "meaning" in found.meant && found.meant.meaning.relative;
  if (isRelative && !found.age && isPerhapsAnother(text, words, at, found.length)) reading.subject.push(typed);
  else takeMeant(reading, found.meant, typed, isOr);
  return found.length;
}

/** "New suboxone doctor", "clínica nueva": which one of them restricts nothing. "New Hope" is a name. */
function isNewOne(words: readonly Word[], at: number): boolean {
  if (!isWhich(words[at]!.plain)) return false;
  const isAfter = at > 0 && meantBy(words.slice(at - 1, at)) !== null;
  return isAfter || (at + 1 < words.length && phraseAt(words, at + 1) !== null);
}

/** "Methadone-free"; "methadone free" may be a free one. */
function isFreeOf(text: string, words: readonly Word[], at: number): boolean {
  return words[at]?.plain === "free" && text.slice(words[at - 1]!.end, words[at].start) === "-";
}

const typedIn = (text: string, words: readonly Word[], at: number, length: number) =>
  text.slice(words[at]!.start, words[at + length - 1]!.end);

/** The longest phrase from a word on that means something. */
function phraseAt(words: readonly Word[], at: number): { length: number; meant: Meant; age: Age | null } | null {
  const age = ageAt(
    words,
    at,
    (word) => meaningCalled(word)?.sets?.options.some((each) => GROWN.includes(each)) ?? false,
  );
  if (age) return { length: age.length, meant: { meaning: meaningCalled(age.phrase)! }, age };
  const welcome = welcomeAt(words, at);
  if (welcome) return { length: welcome.length, meant: { meaning: meaningCalled(welcome.phrase)! }, age: null };
  const alone = aloneAt(words, at);
  if (alone) return { length: alone.length, meant: { meaning: meaningCalled(alone.phrase)! }, age: null };
  const couple = coupleAt(words, at);
  if (couple > 0) return { length: couple, meant: { meaning: meaningCalled("couple")! }, age: null };
  for (let length = Math.min(MAX_PHRASE_WORDS, words.length - at); length > 0; length--) {
    const meant = meantBy(words.slice(at, at + length));
    if (meant && !cutsDanger(words, at, length)) return { length, meant, age: null };
  }
  return null;
}

/** Whether words of danger begin within a phrase and go on behind it: "my son odd". They are never cut. */
function cutsDanger(words: readonly Word[], at: number, length: number): boolean {
  return words.slice(at + 1, at + length).some((_, index) => {
    const from = at + 1 + index;
    const longer = words.slice(from, from + MAX_PHRASE_WORDS).map(({ plain }) => plain);
    return longer.some(
      (__, end) => from + end >= at + length && meaningCalled(longer.slice(0, end + 1).join(" "))?.tells === "danger",
    );
  });
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
  const { sets, services, tells, named, alone } = meant.meaning;
  const isTold = tells !== undefined && (named || REFUSABLE_TOPICS.has(tells));
  const asks = [sets, services, alone].some((each) => each !== undefined) || isTold;
  const kind = sets?.group ?? (services ? "service" : (tells ?? ""));
  return { length, kind, isDanger: tells === "danger", canRefuse: asks };
}

/** Words refused ask for nothing, and the page says so, but for a lack that asks for something by itself. */
function refuse(reading: Reading, text: string, words: readonly Word[], refusal: Refusal & { at: number }) {
  const typed = typedIn(text, words, refusal.at, refusal.length);
  const lack = lackIn(words, refusal);
  if (lack) take(reading, meaningCalled(lack)!, typed, false);
  else tell(reading, { typed, topic: "without" });
}

function take(reading: Reading, meaning: Meaning, typed: string, isOr: boolean): void {
  const { sets, services, alone, subject, asksPlace, tells, asksOthers, calls, named } = meaning;
  const last = reading.asked.at(-1);
  if (sets && isOr && last?.group === sets.group) last.options = [...new Set([...last.options, ...sets.options])];
  else if (sets && !isAsked(reading, sets)) reading.asked.push({ typed, ...sets });
  if (services) reading.services.push({ typed, codes: services });
  if (alone && !reading.alone.some(({ who }) => who === alone)) reading.alone.push({ typed, who: alone });
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
