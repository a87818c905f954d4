// How old somebody is, as people type it: "my son is 16", "15yo", "de 70 años". Each age is read as a phrase of the tables.

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
  "son|sons|daughter|daughters|brother|sister|mom|mother|mum|dad|father|husband|wife|kid|child|boy|girl|friend|nephew|" +
  "niece|grandson|granddaughter|grandma|grandpa|grandmother|grandfather|uncle|aunt|cousin|boyfriend|girlfriend|" +
  "fiance|partner|teen|teenager|stepson|stepdaughter|he|she|who|" +
  "hijo|hija|hermano|hermana|mama|papa|madre|padre|esposo|esposa|novio|novia|sobrino|sobrina|nieto|nieta|abuelo|abuela|" +
  "amigo|amiga|primo|prima|tio|tia|hijastro|hijastra|muchacho|muchacha|joven|nino|nina";
/** A number with one of these is no age: "60 days", "he is 5 months sober". */
const UNIT =
  "days?|weeks?|months?|years?|yrs?|hours?|hrs?|minutes?|mins?|miles?|steps?|beds?|times?|mgs?|grams?|pills?|percent|" +
  "dollars|bucks|kids|children|am|pm|st|nd|rd|th|" +
  "dias?|semanas?|mes|meses|anos?|horas?|minutos?|millas?|pasos?|camas?|veces|pastillas?|hijos|ninos|kilos|dolares";
const AGE = "(1?\\d{1,2})";

const WAYS = [
  // "16 year old", "24 yr olds", "15yo", "15 y/o", "70 years of age".
  new RegExp(`^${AGE} ?(?:years?|yrs?) (?:olds?|of age|young)\\b`),
  new RegExp(`^${AGE} ?(?:yo|yos|y o|yearold|yrold)\\b`),
  // "age 15", "aged 70", "edad 17", "de edad de 17 años".
  new RegExp(`^(?:age|aged|ages|edad|edad de) (?:is |of |es |de )?${AGE}(?: anos)?\\b(?! (?:${UNIT})\\b)`),
  // "my son is 16", "he's 70", "she just turned 18", "I'm 34", "daughter, 15".
  new RegExp(
    `^(?:(?:${PERSON})(?: is| was| just turned| turned| turns| is turning| es| esta| tiene| cumplio| de)?|hes|shes|im|i am|whos|` +
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

/** A word of a text, in plain letters. */
interface Plain {
  plain: string;
}

/** Of more words no way of saying an age is made. */
const MAX_AGE_WORDS = 7;

/** The age that is said from a word on: how many words say it, and the phrase of the tables that it is. */
export function ageAt(words: readonly Plain[], at: number): { length: number; phrase: string } | null {
  const text = words
    .slice(at, at + MAX_AGE_WORDS + 1)
    .map(({ plain }) => plain)
    .join(" ");
  if (/^\d/.test(text) && SPANS.test(words[at - 1]?.plain ?? "")) return null;
  for (const way of WAYS) {
    const found = way.exec(text);
    const age = Number(found?.[1]);
    if (!found || age > MAX_AGE || age === 0) continue;
    return { length: found[0].split(" ").length, phrase: PHRASES.find(([from]) => age >= from)![1] };
  }
  return null;
}
