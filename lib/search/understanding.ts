// What a typed text means to the records: which of its words are called anything here, which may be slips of the hand,
// and whether a listing is called so.

import { NO_TEXT } from "./asked";
import { isCommonWord } from "./common-words";
import type { Wording } from "./filters";
import { areaSlips } from "./near";
import { slipsOf } from "./likeness";
import { bareNumber, streetLine, withoutHouses } from "./printed-numbers";
import { streetCalled, streetOfKind } from "./street-names";
import { hasMeaning, readingOf, type Reading, type TypedWord } from "./reading";
import { SERVICE_WORDS, servicesCalled } from "./service-words";
import type { Correction, TextQuery } from "./types";
import { withPhrase } from "./phrases";
import { MEANT_WORDS } from "./meant-words";
import { meaningCalled, RIGHT_SPELLINGS } from "./vocabulary";
import { calledSo, isAsking, nameInPlace, nameWords } from "./whole-names";
import { inDocument, MAX_WORDS, plainWords, serviceWord } from "./words";

/** What is asked of the records. */
export interface Records {
  /** Whether a published listing meets a condition on the document, with the phrase in its name. */
  isFound: (condition: string, phrase?: string) => Promise<boolean>;
  /** Whether a published listing meets it whose whole name this is, in plain words. */
  isWholeName: (condition: string, name: string) => Promise<boolean>;
  /** Of these words those that no name or place begins with, with the words most like each. */
  strange: (words: readonly string[]) => Promise<{ typed: string; alike: string[] }[]>;
}

/**
 * Reads a text as its wording says, or as the search would by itself.
 * @param isAlone whether nothing else is asked: a text of which nothing is known then finds nothing
 */
export async function understand(
  text: string,
  { wording, isAlone }: { wording: Wording | null; isAlone: boolean },
  records: Records,
): Promise<TextQuery> {
  if (plainWords(text).length === 0) return NO_TEXT;
  const [query, isWhole] = await Promise.all([
    read(text, { wording, isAlone }, records),
    wording === "meaning" ? false : isWholeName(text, records),
  ]);
  const named = isWhole && wording === null ? asCalled(text, query) : query;
  return { ...named, asksOthers: named.asksOthers || isWhole, told: withDanger(text, named.told) };
}

/** However a text is read, whom to call stands above it when it tells of danger. */
function withDanger(text: string, told: TextQuery["told"]): TextQuery["told"] {
  const danger = readingOf(text).told.filter(({ topic }) => topic === "danger");
  return told.some(({ topic }) => topic === "danger") ? told : [...told, ...danger];
}

/** A name of so many words that also asks for something is typed by who looks for the place. */
const MIN_NAME_WORDS = 4;

/** A text that is the whole name of a listing: it comes first, and a long one hides it behind nothing that it means. */
function asCalled(text: string, query: TextQuery): TextQuery {
  const called = calledSo(text);
  const words = nameWords(text);
  if (called === null || words.length < 2 || !["meaning", "name"].includes(query.readAs)) return query;
  if (query.readAs === "meaning" && words.length >= MIN_NAME_WORDS && isAsking(words))
    return { ...exactly(text), readAs: "name", ...called };
  return { ...query, named: { ...called, nameBegins: null, isTyped: true } };
}

async function read(
  text: string,
  { wording, isAlone }: { wording: Wording | null; isAlone: boolean },
  records: Records,
): Promise<TextQuery> {
  const line = wording === "meaning" ? null : await findStreetLine(text, records);
  if (wording === "exact") return { ...exactly(text), asksOthers: line !== null };
  const reading = readingOf(text);
  const placed = wording === null ? await nameInPlace(text, records.isWholeName) : null;
  if (wording === null) {
    if (line !== null) return { ...exactly(text), asksOthers: true, readAs: "street", document: line };
    if (placed && !placed.isMeaning)
      return { ...exactly(text), readAs: "name", asksOthers: true, ...placed.called, near: placed.near };
    const street = await findStreet(text, reading, records);
    if (street !== null) return { ...exactly(street.text), readAs: "street", ...street };
    const named = await findName(text, reading, records);
    if (named !== null) return { ...exactly(text), readAs: "name", document: named };
  }
  const { text: spelled, corrections, unknown } = await spell(text, reading, records);
  const query = await searched(spelled, unknown, records);
  const isNothing = isAlone && unknown.length > 0 && !hasMeaning(readingOf(spelled)) && query.words.length === 0;
  const isStrange = isNothing && !(await isSentence(text, unknown));
  return {
    ...query,
    ...(placed && { named: { ...placed.called, nameBegins: null, isTyped: placed.near === null } }),
    document: isStrange ? unknown.map(({ plain }) => inDocument(plain)).join(" & ") : query.document,
    corrections,
    unknown: unknown.map(({ typed }) => typed),
  };
}

/** "I am so scared" is no name that nothing here has: of everyday words together only those that say something are left out. */
async function isSentence(text: string, unknown: readonly TypedWord[]): Promise<boolean> {
  if (plainWords(text).length === unknown.length) return false;
  const common = await Promise.all(unknown.map(({ typed }) => isCommonWord(typed)));
  return common.every(Boolean);
}

/** Word for word, in names, addresses and printed numbers. */
function exactly(text: string): TextQuery {
  const { numbers, words } = readingOf(text);
  const plain = plainWords(text).slice(0, MAX_WORDS);
  const printed = numbers.map(({ condition }) => condition);
  const asWords = printed.length > 0 ? words.map((word) => word.plain) : plain;
  const document = [...printed, ...asWords.map((word) => bareOr(word))].join(" & ");
  return { ...NO_TEXT, text, readAs: "exact", document, words: asWords };
}

/** A word of a name or address that begins so, or a number of a house or license. */
function bareOr(word: string): string {
  const number = bareNumber(word);
  const beginning = inDocument(word, { prefix: true });
  return number ? `(${beginning} | ${number})` : beginning;
}

/** The condition that finds a listing whose street line the text is; null when it is none. */
async function findStreetLine(text: string, { isFound }: Records): Promise<string | null> {
  const line = streetLine(text);
  return line && (await isFound(line)) ? line : null;
}

/** A street: what finds the listings on it, and house numbers that none of them has. */
type Street = Pick<TextQuery, "text" | "document" | "unknown">;

/** The street that the text names, with a house number that it does not have too; null when it names none. */
async function findStreet(text: string, reading: Reading, records: Records): Promise<Street | null> {
  const whole = await findStreetCalled(text, reading, records);
  if (whole !== null) return { text, document: whole, unknown: [] };
  const begun = withoutHouses(text);
  const rest = begun && (await findStreetCalled(begun.rest, readingOf(begun.rest), records));
  return rest ? { text, document: rest, unknown: begun.houses } : null;
}

/** The condition that finds listings on the street of this name, or called so; null when it is none, or a name or a city. */
async function findStreetCalled(text: string, reading: Reading, { isFound }: Records): Promise<string | null> {
  const { document, nameBegins } = wholeName(text);
  const ofKind = streetOfKind(text);
  if (ofKind && (await isFound(ofKind)))
    return (await isFound(document, nameBegins)) ? either(ofKind, document) : ofKind;
  const street = hasMeaning(reading) ? null : streetCalled(text);
  if (!street || !(await isFound(street))) return null;
  const called = plainWords(text)
    .map((word) => inDocument(word, { prefix: true }))
    .join(" & ");
  if (!(await isFound(called))) return street;
  // One word begins many names; of several, those on the street are meant too: "la cienega".
  return plainWords(text).length > 1 ? either(street, called) : null;
}

const either = (one: string, other: string) => `((${one}) | (${other}))`;

/** The condition that finds a listing whose name the text is, or begins; null when it means nothing beside, or is none. */
async function findName(text: string, reading: Reading, { isFound }: Records): Promise<string | null> {
  // "Treatment center" stands in many names, and "Hollywood detox" is one; both mean something by themselves.
  if (!hasMeaning(reading) || reading.words.length === 0) return null;
  const { document, nameBegins } = wholeName(text);
  return plainWords(text).length > 1 && (await isFound(document, nameBegins)) ? document : null;
}

/** Whether a listing is called so, with no word more: somebody looks for it whatever it treats. */
async function isWholeName(text: string, records: Records): Promise<boolean> {
  const called = calledSo(text);
  return called !== null && records.isWholeName(called.document, called.nameIs);
}

/** What finds the listings with all words of a text together in their names. */
function wholeName(text: string): { document: string; nameBegins: string } {
  const words = plainWords(text);
  return { document: words.map((word) => inDocument(word)).join(" & "), nameBegins: words.join(" ") };
}

/** The text with its mistyped words replaced, and the words that stay strange. */
async function spell(text: string, reading: Reading, { isFound, strange }: Records) {
  const looked = reading.words.filter(({ plain }) => servicesCalled(plain).length === 0);
  const numbers = looked.filter(({ plain }) => bareNumber(plain) !== null);
  const rows = await strange(looked.filter((word) => !numbers.includes(word)).map(({ plain }) => plain));
  const corrections: Correction[] = [];
  const unknown: TypedWord[] = [];
  let spelled = text;
  for (const word of looked) {
    const row = rows.find(({ typed }) => typed === word.plain);
    if (numbers.includes(word) && !(await isFound(bareNumber(word.plain)!))) unknown.push(word);
    // In a sentence that asks for something, "leave" is no beginning of Leavenworth.
    else if (!row && hasMeaning(reading) && !(await isNamed(word, isFound))) unknown.push(word);
    if (!row) continue;
    const correction = await slipIn(spelled, word, row.alike);
    if (!correction) {
      unknown.push(word);
      continue;
    }
    corrections.push(correction);
    spelled = withPhrase(spelled, correction.typed, correction.used);
  }
  return { text: spelled, corrections, unknown };
}

/** Whether a name or place has the word, or only begins so, where it is no word of everyday language. */
async function isNamed({ plain, typed }: TypedWord, isFound: Records["isFound"]): Promise<boolean> {
  return (await isFound(inDocument(plain))) || !(await isCommonWord(typed));
}

/** What a strange word is a slip of: a place, of one word or several, or another word. A common word is none. */
async function slipIn(text: string, word: TypedWord, alike: readonly string[]): Promise<Correction | null> {
  const places = areaSlips(text, word.typed);
  const longer = places.find(({ typed }) => typed !== word.typed);
  if (longer || (await isCommonWord(word.typed))) return longer ?? null;
  return places[0] ?? wordSlip(text, word, alike);
}

/** The word that a strange one is most likely a slip of: one that means something in this text before one of a name. */
function wordSlip(text: string, { plain, typed }: TypedWord, alike: readonly string[]): Correction | null {
  const known = [...MEANT_WORDS, ...RIGHT_SPELLINGS.keys(), ...SERVICE_WORDS, ...alike].filter(
    (each) => each !== plain,
  );
  // Of equal slips a letter left out is the likeliest: "opiod" is "opioid", not "opio".
  const whole = slipsOf(plain, known, { isWhole: true }).toSorted((one, other) => other.length - one.length);
  const used = [...whole, ...slipsOf(plain, known)].find((each) => {
    const left = readingOf(withPhrase(text, typed, each)).words;
    const isCalled = alike.includes(each) || servicesCalled(each).length > 0 || meaningCalled(each) !== null;
    return isCalled || left.every((word) => word.plain !== each);
  });
  // A slip of what is often mistyped is read as what that is a slip of: "fentynl" is fentanyl.
  return used === undefined ? null : { typed, used: RIGHT_SPELLINGS.get(used) ?? used };
}

/** What to look for: all of the words, or any when no listing has all. */
async function searched(text: string, unknown: readonly TypedWord[], { isFound }: Records): Promise<TextQuery> {
  const { numbers, words, calls, saysAge: _, ages: __, ...read } = readingOf(text);
  const strange = new Set(unknown.map(({ plain }) => plain));
  const known = words.filter(({ plain }) => !strange.has(plain));
  const meanings = known.map(({ plain }) => `(${meaning(plain)})`);
  const printed = numbers.map(({ condition }) => condition);
  const all = [...printed, ...meanings].join(" & ");
  const anyWord = meanings.length > 1 && !(await isFound(all));
  const document = anyWord ? [...printed, `(${meanings.join(" | ")})`].join(" & ") : all;
  // "Treatment center" begins many names, and so does "Santa Clarita".
  const isTelling =
    [read.asked, read.services, read.alone, read.county].some(({ length }) => length > 0) ||
    (read.near !== null && read.subject.length > 0);
  const isWhole = isTelling && known.length === 0 && strange.size === 0 && plainWords(text).length > 1;
  const called =
    calls === null ? null : { document: inDocument(calls), nameBegins: null, nameIs: null, isTyped: false };
  const named = isWhole && called === null ? { ...wholeName(text), nameIs: null, isTyped: true } : called;
  return {
    ...NO_TEXT,
    ...read,
    text,
    anyWord,
    document: document || null,
    named,
    asksOthers: read.asksOthers || known.some(({ plain }) => isOtherCare(plain)),
    numbers: numbers.map(({ typed }) => typed),
    words: known.map(({ typed }) => typed),
  };
}

/** A word of a name or city that begins with this, a service with this name, or a printed number. */
function meaning(word: string): string {
  const services = servicesCalled(word).map((code) => inDocument(serviceWord(code)));
  return [bareNumber(word) ?? inDocument(word, { prefix: true }), ...services].join(" | ");
}

/** Whether a word names a service that only people with another disorder get. */
function isOtherCare(word: string): boolean {
  return servicesCalled(word).some((code) => code === "AUDO" || code === "DUO");
}
