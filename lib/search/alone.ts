// For whom alone a place is to be: "only women", "hombres únicamente", "no men". Each is read as a phrase of the tables.

const WOMEN = "women|females|ladies|girls|mujeres|senoras";
const MEN = "men|males|guys|hombres|senores";
const EITHER_SEX = `${WOMEN}|${MEN}`;
const WHO = [
  { who: new RegExp(`^(?:${WOMEN})$`), others: new RegExp(`^(?:${MEN})$`), phrase: "women only" },
  { who: new RegExp(`^(?:${MEN})$`), others: new RegExp(`^(?:${WOMEN})$`), phrase: "men only" },
];

const ONLY = "only|exclusively|strictly|solo|solamente|unicamente|exclusivamente|nomas|nada mas";
/** "Women just out of jail" are not alone. */
const ONLY_BEFORE = `${ONLY}|just|exclusivo|exclusiva|puros|puras`;
const FOR = "(?:(?:for|para|de) )?";
/** "Men's only" too. */
const WHOM = `(?:(women|men)s|(${EITHER_SEX}))\\b`;
/** Where the others come too, nobody is alone: "only men and women". */
const ALONE = `(?! (?:(?:and|or|y|o|u|e) )?${FOR}(?:${EITHER_SEX})s?\\b)`;
const BEFORE = new RegExp(`^(?:${ONLY_BEFORE}) ${FOR}${WHOM}${ALONE}`);
const BEHIND = new RegExp(`^${FOR}${WHOM} (?:${ONLY})\\b`);
const MAX_ALONE_WORDS = 7;

interface Plain {
  plain: string;
}

/** For whom alone, from a word on: how many words say it, and the phrase of the tables that it is; null when none do. */
export function aloneAt(words: readonly Plain[], at: number): { length: number; phrase: string } | null {
  const text = words
    .slice(at, at + MAX_ALONE_WORDS)
    .map(({ plain }) => plain)
    .join(" ");
  // "We were the only women there."
  const found = (words[at - 1]?.plain === "the" ? null : BEFORE.exec(text)) ?? BEHIND.exec(text);
  const alone = WHO.find(({ who }) => who.test(found?.[1] ?? found?.[2] ?? ""));
  return found && alone ? { length: found[0].split(" ").length, phrase: alone.phrase } : null;
}

/** Whether a word is the women or the men who are there. */
export function isSex(word: string): boolean {
  return WHO.some(({ who }) => who.test(word));
}

/** The phrase of the tables for who wants nobody there who is called so: places for the others. */
export function aloneWithout(word: string): string | null {
  return WHO.find(({ others }) => others.test(word))?.phrase ?? null;
}
