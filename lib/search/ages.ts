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
  "niece|grandson|granddaughter|grandma|grandpa|grandmother|grandfather|uncle|aunt|cousin|boyfriend|girlfriend|" +
  "fiance|partner|teen|teenager|stepson|stepdaughter|he|she|who|" +
  "hijo|hija|hermano|hermana|mama|papa|madre|padre|esposo|esposa|novio|novia|sobrino|sobrina|nieto|nieta|abuelo|abuela|" +
  "amigo|amiga|mujer|hombre|senora|senor|chico|chica|marido|adulto|adulta|persona|primo|prima|tio|tia|hijastro|hijastra|muchacho|muchacha|joven|nino|nina";
/** Of more than one only those who are of an age together, and no number of them. */
const PEOPLE = `${PERSON}|boys|girls|teens|teenagers|chicos|chicas|muchachos|muchachas|adolescentes|jovenes`;
/** A number with one of these is no age: "60 days", "he is 5 months sober". */
const UNIT =
  "days?|weeks?|months?|years?|yrs?|hours?|hrs?|minutes?|mins?|miles?|steps?|beds?|times?|mgs?|grams?|pills?|percent|" +
  "dollars|bucks|kids|children|am|pm|st|nd|rd|th|" +
  "dias?|semanas?|mes|meses|anos?|horas?|minutos?|millas?|pasos?|camas?|veces|pastillas?|hijos|ninos|kilos|dolares";
const AGE = "(1?\\d{1,2})";

/** "Under 21" is an age below it. */
const BELOW = new RegExp(`^(?:under|below|younger than|menor de|menores de) ${AGE}(?: anos)?\\b(?! (?:${UNIT})\\b)`);

const WAYS = [
  BELOW,
  // "over 50", "older than 65", "50 and over", "mayor de 60 años"; not "over 20 years".
  new RegExp(`^(?:over|above|older than|mayor de|mayores de) ${AGE}(?: anos)?\\b(?! (?:${UNIT})\\b)`),
  new RegExp(`^${AGE} (?:and|or|y|o) (?:over|older|up|above|mas|mayor|mayores)\\b`),
  // "16 year old", "24 yr olds", "15yo", "15 y/o", "70 years of age".
  new RegExp(`^${AGE} ?(?:years?|yrs?) (?:olds?|of age|young)\\b`),
  new RegExp(`^${AGE} ?(?:yo|yos|y o|yearold|yrold)\\b`),
  // "age 15", "aged 70", "edad 17", "de edad de 17 años".
  new RegExp(`^(?:age|aged|ages|edad|edad de) (?:is |of |es |de )?${AGE}(?: anos)?\\b(?! (?:${UNIT})\\b)`),
  // "my son is 16", "he's 70", "she just turned 18", "I'm 34", "daughter, 15".
  new RegExp(
    `^(?:(?:${PEOPLE})(?: is| was| just turned| turned| turns| is turning| es| esta| tiene| cumplio| de)?|hes|shes|im|i am|whos|` +
      `just turned|turned|tiene|tengo|cumplio|cumple) (?:only |about |like |now |solo |apenas |como |ya )?${AGE}(?: anos(?: de edad)?)?\\b` +
      `(?! (?:${UNIT})\\b)`,
  ),
  // "de 17 años", "17 años de edad"; not "20 años usando" or "hace 20 años".
  new RegExp(`^de ${AGE} anos(?: de edad)?\\b`),
  new RegExp(
    `^${AGE} anos(?: de edad|(?! (?:de|usando|consumiendo|tomando|limpio|limpia|sobrio|sobria|con|en|sin)\\b))\\b`,
  ),
];
const SPANS = /^(?:hace|hacia|llevo|lleva|llevamos|llevan|por|durante|desde|tras|despues|ultimos|mas|menos)$/;

/** "Woman 70", "my wife is about 34": the number of a person who was named before it. */
const AFTER_PERSON = new RegExp(
  `(?:^| )(?:${PEOPLE}|men|women|hombres|mujeres)(?: (?:is|was|just|turned|turns|now|only|about|like|age|aged|es|esta|tiene|de|cumplio|solo|como|ya|edad)){0,2}$`,
);
const NUMBER_OF = new RegExp(`^${AGE}(?: anos(?: de edad)?)?\\b(?! (?:${UNIT})\\b)`);
/** "17 girl", "15 year old boy": who it is belongs to the age. */
const BEFORE_PERSON = new RegExp(`^${AGE} (?:${PERSON})\\b`);
/** Grown people are of one, "an adult woman" is another filter than an age; below it, an age says all. */
const GROWN = 18;
/** Of a bare number: below it is how many, or a step; three digits are a house or a freeway. */
const BARE = /^(?:1[2-9]|[2-9]\d)$/;

/** A word of a text, in plain letters. */
interface Plain {
  plain: string;
}

/** Of more words no way of saying an age is made. */
const MAX_AGE_WORDS = 7;

/** An age that is said: how many words say it, and the phrase of the tables that it is. */
export interface Age {
  length: number;
  phrase: string;
}

/**
 * The age that is said from a word on.
 * @param isOne whether a word says that somebody is a woman or a man: of who is grown, it is read by itself
 */
export function ageAt(words: readonly Plain[], at: number, isOne: (word: string) => boolean): Age | null {
  const text = words
    .slice(at, at + MAX_AGE_WORDS + 1)
    .map(({ plain }) => plain)
    .join(" ");
  if (/^\d/.test(text) && SPANS.test(words[at - 1]?.plain ?? "")) return null;
  const before = words
    .slice(Math.max(0, at - 3), at)
    .map(({ plain }) => plain)
    .join(" ");
  const ways = AFTER_PERSON.test(before) ? [...WAYS, NUMBER_OF] : [...WAYS, BEFORE_PERSON];
  for (const way of ways) {
    const found = way.exec(text);
    const age = Number(found?.[1]) - (way === BELOW ? 1 : 0);
    if (!found || age > MAX_AGE || age <= 0) continue;
    if (age >= GROWN && isOne(words[at]!.plain)) return null;
    const said = way === BEFORE_PERSON && age >= GROWN ? found[1]! : found[0];
    const length = said.split(" ").length;
    const isChild = age < GROWN && new RegExp(`^(?:${PERSON})$`).test(words[at + length]?.plain ?? "");
    return { length: isChild ? length + 1 : length, phrase: phraseOf(age) };
  }
  return null;
}

/** The age that a number is, the only one of a text that says nothing beside: "17", "for 17". */
export function bareAge(words: readonly Plain[]): { at: number; phrase: string } | null {
  const at = words.findIndex(({ plain }) => BARE.test(plain));
  const others = words.filter((_, index) => index !== at).map(({ plain }) => plain);
  if (at < 0 || others.some((word) => /\d/.test(word) || SPANS.test(word))) return null;
  return { at, phrase: phraseOf(Number(words[at]!.plain)) };
}

/** A number that may be an age, and that nothing says is one. */
export function isPerhapsAge(words: readonly Plain[], at: number): boolean {
  const next = words[at + 1]?.plain ?? "";
  return (
    BARE.test(words[at]!.plain) && !SPANS.test(words[at - 1]?.plain ?? "") && !new RegExp(`^(?:${UNIT})$`).test(next)
  );
}

function phraseOf(age: number): string {
  return PHRASES.find(([from]) => age >= from)![1];
}
