// For whom alone a place is to be: "only women", "hombres únicamente", "no men". Each is read as a phrase of the tables.

const WOMEN = "women|females|ladies|girls|mujeres|senoras";
const MEN = "men|males|guys|hombres|senores";
const EITHER_SEX = `${WOMEN}|${MEN}`;
const WHO = [
  {
    who: new RegExp(`^(?:${WOMEN})$`),
    others: new RegExp(`^(?:${MEN})$`),
    phrase: "women only",
    one: /^(?:woman|mujer)$/,
    welcomed: "woman",
  },
  {
    who: new RegExp(`^(?:${MEN})$`),
    others: new RegExp(`^(?:${WOMEN})$`),
    phrase: "men only",
    one: /^(?:man|hombre)$/,
    welcomed: "man",
  },
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

function plainText(words: readonly Plain[], at: number): string {
  return words
    .slice(at, at + MAX_ALONE_WORDS)
    .map(({ plain }) => plain)
    .join(" ");
}

const isJoined = (word = "") => /^(?:and|y|e|or|o|u)$/.test(word);

/** For whom alone, from a word on: how many words say it, and the phrase of the tables that it is; null when none do. */
export function aloneAt(words: readonly Plain[], at: number): { length: number; phrase: string } | null {
  const text = plainText(words, at);
  // "We were the only women there."
  const found = (words[at - 1]?.plain === "the" ? null : BEFORE.exec(text)) ?? BEHIND.exec(text);
  const alone = WHO.find(({ who }) => who.test(found?.[1] ?? found?.[2] ?? ""));
  return found && alone ? { length: found[0].split(" ").length, phrase: alone.phrase } : null;
}

/** "All women welcome" leaves nobody out: they can go, as others may. "All women's" is for them alone. */
const WELCOME = "(?:(?:are|is|son) )?(?:(?:always|also) )?(?:welcomed?|bienvenid[oa]s?)";
const ALL = "(?:all|every|todas|todos)(?: (?:the|las|los))?";
const WELCOMING =
  "(?:welcomes?|welcoming|bienvenid[oa]s?)(?: (?:all|to|to all|a las|a los|a todas las|a todos los|las|los))?";
const THEM = `(${EITHER_SEX}|woman|man|mujer|hombre)${ALONE}`;
const WELCOMED = new RegExp(`^(?:${ALL} ${THEM}(?: ${WELCOME})?|${THEM} ${WELCOME}|${WELCOMING} ${THEM})(?!\\w)`);

/** Who is welcome from a word on: how many words say it, and the phrase of the tables that it is; null when none do. */
export function welcomeAt(words: readonly Plain[], at: number): { length: number; phrase: string } | null {
  const found = WELCOMED.exec(plainText(words, at));
  // "Men and women welcome" tells of both.
  const isBoth = isJoined(words[at - 1]?.plain) && isSex(words[at - 2]?.plain ?? "");
  const who = found?.slice(1).find((each) => each !== undefined) ?? "";
  const one = WHO.find((each) => each.who.test(who) || each.one.test(who))?.welcomed;
  return found && one && !isBoth ? { length: found[0].split(" ").length, phrase: one } : null;
}

/** Whether a word is the women or the men who are there. */
export function isSex(word: string): boolean {
  return WHO.some(({ who }) => who.test(word));
}

/** The phrase of the tables for who wants nobody there who is called so: places for the others. */
export function aloneWithout(word: string): string | null {
  return WHO.find(({ others }) => others.test(word))?.phrase ?? null;
}
