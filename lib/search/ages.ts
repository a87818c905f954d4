// How old somebody is, as people type it: "my son is 16", "15yo", "woman 70", "de 70 años", or the number alone. Each age is
// read as a phrase of the tables.

/** From what age on which phrase is meant: the groups of the survey. A small child comes along with the person. */
const PHRASES = [
  [65, "senior"],
  [26, "adult"],
  [18, "young adult"],
  [12, "teen"],
  [0, "kids"],
] as const;
const MAX_AGE = 110;

const PERSON =
  "adult|person|woman|man|female|male|lady|guy|son|sons|daughter|daughters|brother|sister|mom|mother|mum|dad|father|husband|wife|kid|child|boy|girl|friend|nephew|" +
  "niece|grandson|granddaughter|grandma|grandpa|granny|grandmother|grandfather|uncle|aunt|cousin|boyfriend|girlfriend|" +
  "fiance|partner|teen|teenager|stepson|stepdaughter|he|she|who|" +
  "hijo|hija|hermano|hermana|mama|papa|madre|padre|esposo|esposa|novio|novia|sobrino|sobrina|nieto|nieta|abuelo|abuela|abuelito|abuelita|" +
  "amigo|amiga|mujer|hombre|senora|senor|chico|chica|marido|adulto|adulta|persona|primo|prima|tio|tia|hijastro|hijastra|muchacho|muchacha|joven|nino|nina";
/** Of more than one only those who are of an age together, and no number of them. */
const PEOPLE = `${PERSON}|boys|girls|teens|teenagers|chicos|chicas|muchachos|muchachas|adolescentes|jovenes`;
/** A number with one of these is no age: "60 days", "he is 5 months sober", "the 91 freeway". */
const UNIT =
  "days?|weeks?|wks?|months?|mos?|years?|yrs?|hours?|hrs?|minutes?|mins?|miles?|steps?|beds?|times?|mgs?|grams?|pills?|percent|" +
  "dollars|bucks|kids|children|reviews?|ratings?|stars?|freeway|fwy|am|pm|st|nd|rd|th|" +
  "dias?|semanas?|mes|meses|anos?|horas?|minutos?|millas?|pasos?|camas?|veces|pastillas?|hijos|ninos|kilos|dolares";
/** The second part is the sign of "18+". */
const AGE = "(1?\\d{1,2})(\\+?)";
/** Of a bare number: below it is how many, or a step; three digits are a house or a freeway. */
const BARE_AGE = "(1[2-9]|[2-9]\\d)(\\+?)";
const BARE = /^(?:1[2-9]|[2-9]\d)$/;
const END = `(?![\\w%])(?! (?:${UNIT})\\b)`;

/** "Under 21" is an age below it. */
const BELOW = new RegExp(`^(?:under|below|younger than|menor de|menores de) ${AGE}(?: anos)?${END}`);
/** "Over 50", "older than 65", "mayor de 60 años"; not "over 20 years". */
const ABOVE = new RegExp(`^(?:over|above|older than|mayor de|mayores de) ${AGE}(?: anos)?${END}`);
/** Behind an age: "and over", "o más". */
const UP = /^ (?:plus|en adelante|(?:(?:and|or|y|o) )?(?:over|older|up|above|mas|mayor|mayores))\b/;

/** How an age is said of somebody: "is", "just turned", "tiene". */
const IS = "is|was|just turned|turned|turns|is turning|es|esta|tiene|cumplio|de";
const ABOUT = "(?:(?:only|about|like|now|solo|apenas|como|ya) )?";

const WAYS = [
  BELOW,
  ABOVE,
  // "18+", "65 and over", "18 years or older".
  new RegExp(`^${AGE}(?: years?| yrs?| anos)?(?:(?<=\\+)|(?=${UP.source.slice(1)}))${END}`),
  // "16 year old", "24 yr olds", "15yo", "15 y/o", "70 years of age".
  new RegExp(`^${AGE} ?(?:years?|yrs?) (?:olds?|of age|young)\\b`),
  new RegExp(`^${AGE} ?(?:yo|yos|y o|yearold|yrold)\\b`),
  // "age 15", "aged 70", "edad 17", "de edad de 17 años".
  new RegExp(`^(?:age|aged|ages|edad|edad de) (?:is |of |es |de )?${AGE}(?: anos)?${END}`),
  // "my son is 16", "he's 70", "she just turned 18", "I'm 34"; "daughter, 15".
  new RegExp(
    `^(?:(?:${PEOPLE}) (?:${IS})|hes|shes|im|i am|whos|just turned|turned|tiene|tengo|cumplio|cumple) ${ABOUT}${AGE}` +
      `(?: anos(?: de edad)?)?${END}`,
  ),
  new RegExp(`^(?:${PEOPLE}) ${ABOUT}${BARE_AGE}(?: anos(?: de edad)?)?${END}`),
  // "de 17 años", "17 años de edad"; not "20 años usando" or "hace 20 años".
  new RegExp(`^de ${AGE} anos(?: de edad)?\\b`),
  new RegExp(
    `^${AGE} anos(?: de edad|(?! (?:de|usando|consumiendo|tomando|limpio|limpia|sobrio|sobria|con|en|sin)\\b))\\b`,
  ),
];
const SPANS = /^(?:hace|hacia|llevo|lleva|llevamos|llevan|por|durante|desde|tras|despues|ultimos|mas|menos|more|less)$/;

/** "Woman 70", "my wife is about 34": the number of a person who was named before it. */
const AFTER_PERSON = new RegExp(
  `(?:^| )(?:${PEOPLE}|men|women|hombres|mujeres)(?: (is|was|just|turned|turns|now|only|about|like|age|aged|es|esta|tiene|de|cumplio|solo|como|ya|edad)){0,2}$`,
);
const numberOf = (age: string) => new RegExp(`^${age}(?: anos(?: de edad)?)?${END}`);
const NUMBER_OF = numberOf(AGE);
/** Directly behind the person. */
const BARE_NUMBER_OF = numberOf(BARE_AGE);
/** "17 girl", "15 year old boy": who it is belongs to the age. */
const BEFORE_PERSON = new RegExp(`^${BARE_AGE} (?:${PERSON})\\b`);
/** Grown people are of one, "an adult woman" is another filter than an age; below it, an age says all. */
const GROWN = 18;
/** From this age on the survey has a group for all who are older. */
const ELDER = 65;

/** A word of a text, in plain letters. */
interface Plain {
  plain: string;
  /** With the sign that says what a number is: "$20", "18+", "20%". */
  signed: string;
}

/** Of more words no way of saying an age is made. */
const MAX_AGE_WORDS = 7;

/** An age that is said: how many words say it, and the phrase of the tables that it is. */
export interface Age {
  length: number;
  phrase: string;
  /** Somebody of this age or older: of which group is said only where there is one for all of them. */
  isFrom: boolean;
}

/**
 * The age that is said from a word on.
 * @param isOne whether a word says that somebody is a woman or a man: of who is grown, it is read by itself
 */
export function ageAt(words: readonly Plain[], at: number, isOne: (word: string) => boolean): Age | null {
  const text = words
    .slice(at, at + MAX_AGE_WORDS + 1)
    .map(({ signed }) => signed)
    .join(" ");
  if (/^\d/.test(text) && SPANS.test(words[at - 1]?.plain ?? "")) return null;
  const before = words
    .slice(Math.max(0, at - 3), at)
    .map(({ plain }) => plain)
    .join(" ");
  const after = AFTER_PERSON.exec(before);
  const ways = [...WAYS, after === null ? BEFORE_PERSON : after[1] === undefined ? BARE_NUMBER_OF : NUMBER_OF];
  for (const way of ways) {
    const found = way.exec(text);
    const age = Number(found?.[1]);
    if (!found || age > MAX_AGE || age <= 0) continue;
    const up = UP.exec(text.slice(found[0].length))?.[0] ?? "";
    if (way === ABOVE || found[2] === "+" || up !== "") {
      if (!BARE.test(found[1]!)) continue;
      const from = way === ABOVE ? age + 1 : age;
      const length = `${found[0]}${up}`.split(" ").length;
      return { length, phrase: from >= ELDER ? "senior" : "adult", isFrom: true };
    }
    if (age >= GROWN && isOne(words[at]!.plain)) return null;
    const said = way === BEFORE_PERSON && age >= GROWN ? found[1]! : found[0];
    const length = said.split(" ").length;
    const isChild = age < GROWN && new RegExp(`^(?:${PERSON})$`).test(words[at + length]?.plain ?? "");
    const phrase = phraseOf(way === BELOW ? Math.min(age, ELDER) - 1 : age);
    return { length: isChild ? length + 1 : length, phrase, isFrom: false };
  }
  return null;
}

/** The age that a number is, the only one of a text that says nothing beside: "17", "for 17". */
export function bareAge(words: readonly Plain[]): { at: number; phrase: string } | null {
  const at = words.findIndex((_, index) => isPerhapsAge(words, index));
  const others = words.filter((_, index) => index !== at).map(({ plain }) => plain);
  if (at < 0 || others.some((word) => /\d/.test(word) || SPANS.test(word))) return null;
  return { at, phrase: phraseOf(Number(words[at]!.plain)) };
}

/** A number that may be an age, and that nothing says is one. */
export function isPerhapsAge(words: readonly Plain[], at: number): boolean {
  const next = words[at + 1]?.plain ?? "";
  return (
    BARE.test(words[at]!.signed) &&
    !words.slice(Math.max(0, at - 2), at).some(({ plain }) => SPANS.test(plain)) &&
    !new RegExp(`^(?:${UNIT})$`).test(next)
  );
}

function phraseOf(age: number): string {
  return PHRASES.find(([from]) => age >= from)![1];
}
