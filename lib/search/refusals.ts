// What a text says that a person does not want or does not have: "without methadone", "que no sea religioso". A search
// finds places by what they have, so words refused ask for nothing.

import { isSex } from "./alone";
import { plainWords } from "./words";

/** How a refusal begins. */
const OPENERS = phrases(
  "no, not, without, w o, with no, non, nor, neither, never, except, except for, excluding, other than, anything but, " +
    "anywhere but, rather than, instead of, alternative to, alternatives to, dont, do not, doesnt, does not, didnt, " +
    "isnt, arent, aint, wasnt, wont, will not, wouldnt, cant, cannot, can not, havent, hasnt, avoid, avoiding, refuse, " +
    "refuses, hate, hates, against, opposed to, free of, free from, " +
    "sin, ni, nada de, nada con, excepto, salvo, todo menos, todos menos, en vez de, en lugar de, tampoco, nunca, evitar, " +
    "odio, libre de, libres de, en contra de, contra, alternativa a, alternativas a, que no",
);

/** Words that may stand between: "that does not give any methadone", "que no sea un lugar con metadona". */
const BETWEEN = new Set(
  plainWords(
    "a an the any all of in at for with that which who has have having had is are be being it its use uses using used " +
      "give gives giving offer offers offering require requires requiring do does doing want wants wanting need needs " +
      "like likes take takes taking go going to into on me my i im your their this these those more really please " +
      "involve involves involving based speak speaks accept accepts so much too very either also done live lives living vivo vive vivimos " +
      "un una unos unas el la los las lo de del en con para por que se sea sean es son ser tenga tengan tiene tienen " +
      "tener tengo usa usan usar use usen da dan dar den ofrece ofrecen ofrezca ofrezcan quiero quiere quieren quisiera " +
      "queremos necesito necesita me le les nos mi su gusta gustan ir a al soy estoy esta este estan ningun ninguna " +
      "ninguno nada mucho mucha muy tomo toma exija exijan requiera requieran pida pidan hablo habla acepte acepten puedo " +
      "aceptan aceptaron hay haya hayan ver sirve sirven sirvio sirvieron funciona funcionan funciono funcionaron ayudo",
  ),
);
const MAX_BETWEEN = 6;

/** What a listing is called in general may stand there too, when more follows: "not a program with 12 steps". */
const PLACES = new Set(
  plainWords(
    "place places program programs center centers clinic clinics rehab rehabs treatment facility care one " +
      "lugar lugares programa programas centro centros clinica clinicas rehabilitacion tratamiento",
  ),
);
const AFTER_PLACE = new Set(plainWords("with that which who for in que con de en para"));

/** Before "no" or "not" they make it another thing: "why not methadone", "si no hay cama". */
const BEFORE = new Set(plainWords("if why whether or si porque por"));
export function isPlaceWord(word: string): boolean {
  return PLACES.has(word);
}

/** "There is no detox near me", "no hay detox" look for one. "There are no men" says who is there. */
const LACKING = new Set(plainWords("is are was theres hay"));

const EITHER = new Set(plainWords("or nor o u ni"));
const BOTH = new Set(plainWords("and y e"));
const ENDS = /[.,;:!?\n]/;

/** A word of a text, and where it stands. */
interface Word {
  plain: string;
  start: number;
  end: number;
}

/** What the words from one on mean together. */
export interface Refusable {
  /** How many words. */
  length: number;
  /** Of two with the same, "and" refuses both. */
  kind: string;
  /** It is never refused, and ends what could be: whom to call. */
  isDanger: boolean;
  /** It asks for something, so that it can be refused. */
  canRefuse: boolean;
}

/** What is refused from a word on: up to which word, and where each of the phrases stands. */
export interface Refusal {
  length: number;
  phrases: { at: number; length: number }[];
}

/**
 * The refusal that begins at a word; null when none does.
 * @param meant what means something from a word on, the longest; null when nothing does
 */
export function refusalAt(
  text: string,
  words: readonly Word[],
  at: number,
  meant: (at: number) => Refusable | null,
): Refusal | null {
  const opened = openerAt(words, at);
  if (opened === 0 || isOther(words, at)) return null;
  const first = refusedFrom(text, words, { from: at, at: at + opened }, meant);
  if (!first || (isLacking(words, at) && !isSex(words[first.at]!.plain))) return null;
  const found = [first];
  for (;;) {
    const last = found.at(-1)!;
    const end = last.at + last.length;
    const link = words[end]?.plain ?? "";
    if (!EITHER.has(link) && !BOTH.has(link)) break;
    const next = refusedFrom(text, words, { from: end - 1, at: end + 1 }, meant);
    if (!next || (BOTH.has(link) && next.kind !== first.kind)) break;
    found.push(next);
  }
  const last = found.at(-1)!;
  return {
    length: last.at + last.length - at,
    phrases: found.map(({ at: phraseAt, length }) => ({ at: phraseAt, length })),
  };
}

/** How a refusal stands behind what is refused: "methadone no", "12 step not wanted", "la metadona no la quiero". */
const CLOSERS = phrases(
  "no, not, dont, do not, doesnt, does not, didnt, did not, isnt, arent, wasnt, wont, will not, wouldnt, " +
    "cant take, cant use, cant have, cant do, cant stand, cannot take, cannot use, cannot have, cannot stand, never, nope, nah, unwanted, excluded, tampoco, nunca, jamas, ni loco, ni loca, ni hablar",
);
/** Who refuses it, and what links it. */
const BEFORE_CLOSER = new Set(
  plainWords(
    "i we he she they you it its is are was that thats this definitely absolutely really please s thing clinic clinics " +
      "program programs treatment yo el ella la lo los las eso esa ese es son a me le mi por favor",
  ),
);
const MAX_BEFORE_CLOSER = 3;
/** What ends it. A word beside these is about something else: "detox not far from here". */
const AFTER_CLOSER = new Set(
  plainWords(
    "want wants wanted wanting need needs needed like likes liked allowed accepted interested okay ok good right thanks thank you " +
      "please for me him her us them my our it that an a any option required necessary work works working worked " +
      "help helps helped helping in the at all anymore more either again really take taking use do have stand tolerate " +
      "ever way quiero quiere queremos quieren quisiera necesito necesita necesitamos gracias por favor me nos lo la los " +
      "las le gusta gustan sirve sirven sirvio sirvieron funciona funciono funcionaron es para mi el ella nosotros tomo toma tomar usar deseo " +
      "desea acepto acepta aceptan aceptado aceptada funcionan mas puedo puede tengo tiene tenemos jamas nunca",
  ),
);
const NEXT = new Set(plainWords("and but or so y e pero sino o i we he she they yo just only instead solo mejor asi"));
/** What else is asked for begins with them, behind words that end a refusal: "did not work need detox". */
const WISH = new Set(plainWords("want need quiero queremos necesito necesitamos"));
const WHOM = new Set(plainWords("for para"));

/** The refusal whose words stand behind what they refuse, from a phrase on; null when none does. */
export function refusalAfter(
  text: string,
  words: readonly Word[],
  at: number,
  meant: (at: number) => Refusable | null,
): Refusal | null {
  const first = meant(at);
  // "Sin dinero no puedo": a lack is refused by nobody.
  const isLack = openerAt(words, at) > 0 && words[at]!.plain !== "non";
  if (!first?.canRefuse || first.isDanger || isLack) return null;
  const phrases = [{ at, length: first.length }];
  for (;;) {
    const last = phrases.at(-1)!;
    const end = last.at + last.length;
    const closed = closedAt(text, words, end, meant);
    if (closed !== null) return { length: closed - at, phrases };
    const link = words[end]?.plain ?? "";
    const isLinked = (EITHER.has(link) || BOTH.has(link)) && end + 1 < words.length;
    const next = isLinked ? meant(end + 1) : null;
    if (!next?.canRefuse || next.isDanger || next.kind !== first.kind) return null;
    phrases.push({ at: end + 1, length: next.length });
  }
}

/** Up to which word a phrase that ends before a word is refused behind it; null when it is not. */
function closedAt(
  text: string,
  words: readonly Word[],
  end: number,
  meant: (at: number) => Refusable | null,
): number | null {
  let at = end;
  while (at < end + MAX_BEFORE_CLOSER && closerAt(words, at) === 0 && BEFORE_CLOSER.has(words[at]?.plain ?? "")) at++;
  const length = closerAt(words, at);
  if (length === 0 || SENTENCE.test(between(text, words, end - 1, at))) return null;
  at += length;
  const said = at;
  const isWish = () =>
    at > said && WISH.has(words[at]!.plain) && refusedFrom(text, words, { from: at, at: at + 1 }, meant);
  // "Methadone, no suboxone": what follows is refused, and not what stands before.
  while (at < words.length && AFTER_CLOSER.has(words[at]!.plain) && !ENDS.test(between(text, words, at - 1, at))) {
    if (isWish()) return at;
    at++;
  }
  const next = words[at]?.plain;
  const isEnd = next === undefined || ENDS.test(between(text, words, at - 1, at)) || NEXT.has(next);
  const isFor = NEXT.has(next ?? "") && WHOM.has(words[at + 1]?.plain ?? "");
  return isEnd && !isFor ? at : null;
}

const SENTENCE = /[.!\n]/;
const between = (text: string, words: readonly Word[], one: number, other: number) =>
  words[other] ? text.slice(words[one]!.end, words[other].start) : "";

function closerAt(words: readonly Word[], at: number): number {
  return longestOf(CLOSERS, words, at);
}

function openerAt(words: readonly Word[], at: number): number {
  return longestOf(OPENERS, words, at);
}

/** How many words the longest of the phrases has that stands there; 0 when none does. */
function longestOf(phrases: readonly string[][], words: readonly Word[], at: number): number {
  const found = phrases.filter((phrase) => phrase.every((word, index) => words[at + index]?.plain === word));
  return Math.max(0, ...found.map(({ length }) => length));
}

function isOther(words: readonly Word[], at: number): boolean {
  return BEFORE.has(words[at - 1]?.plain ?? "");
}

function isLacking(words: readonly Word[], at: number): boolean {
  const isNear = LACKING.has(words[at - 1]?.plain ?? "") || words[at + 1]?.plain === "hay";
  return words[at]!.plain === "no" && isNear;
}

/** The phrase that is refused from a word on, behind what may stand between. */
function refusedFrom(
  text: string,
  words: readonly Word[],
  { from, at }: { from: number; at: number },
  meant: (at: number) => Refusable | null,
): ({ at: number } & Refusable) | null {
  for (let inside = from + 1; inside < at; inside++) if (meant(inside)?.isDanger) return null;
  for (let here = at; here < Math.min(words.length, at + MAX_BETWEEN + 1); here++) {
    if (ENDS.test(text.slice(words[from]!.end, words[here]!.start).replace(/w\/o/i, ""))) return null;
    const found = meant(here);
    if (found?.isDanger) return null;
    if (found?.canRefuse) return { at: here, ...found };
    const { plain } = words[here]!;
    const isPlace = PLACES.has(plain) && AFTER_PLACE.has(words[here + 1]?.plain ?? "");
    if (!isPlace && (found !== null || !BETWEEN.has(plain))) return null;
  }
  return null;
}

function phrases(listed: string): string[][] {
  return listed.split(",").map((phrase) => plainWords(phrase));
}
