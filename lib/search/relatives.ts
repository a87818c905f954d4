// A relative who is named and may not be whom the place is for: "my wife left me", "my dad's insurance", "I live with my
// wife". Of them nothing is asked, so that no place is left out. A couple looks for a place together.

import { meaningCalled } from "./vocabulary";

/** A word of a text, and where it stands. */
interface Word {
  plain: string;
  start: number;
  end: number;
}

const COUPLE =
  /^(?:with|con) (?:my|mi) (?:wife|husband|girlfriend|boyfriend|partner|spouse|fiancee?|gf|bf|esposa|esposo|novia|novio|marido|pareja)$/;
const TOGETHER = new Set(
  "go going goes stay staying stays together both ir vamos voy entrar quedarme quedarnos quedar juntos juntas".split(
    " ",
  ),
);

/** How many words from one on say that two look for a place together: "stay with my wife", "con mi novia"; 0 when none do. */
export function coupleAt(words: readonly Word[], at: number): number {
  const isTogether = at === 0 || TOGETHER.has(words[at - 1]!.plain);
  return isTogether && COUPLE.test(plain(words, at, at + 3)) ? 3 : 0;
}

const MINE = /(?:^| )(?:my|our|his|her|their|mi|su|nuestro|nuestra)$/;
const OF = /(?:^| )(?:of|de)(?: (?:my|our|his|her|their|mi|su|nuestro|nuestra))?$/;
const WITH = /(?:^| )(?:with|con)(?: (?:my|our|his|her|mi|su|nuestro|nuestra))?$/;
/** "Help with my husband", "qué hago con mi esposo" are about him. */
const ABOUT = /(?:^| )(?:help|do|ayuda|ayudar|hago|hacer) (?:with|con)(?: \w+)?$/;
/** Behind who speaks, or does something to the person who types; "no me importa" begins what the person says. */
const TO_ME = /^(?!no me importa\b)(?:(?:\w+ ){0,2}me|says|said|thinks|told|dice|dijo|cree|piensa|quiere que)\b/;
const MAX_WORDS = 4;
const ENDS = /[.,;:!?\n]/;

/** What "'s" that stands for "is" or "has" is followed by, and a possessive is not: "my husband's on heroin". */
const STATES = new Set(
  (
    "on using used addicted in been a an not so really very still also just now back getting going gonna having trying doing taking " +
    "detoxing withdrawing dopesick sick pregnant homeless high nodding hooked strung clean sober relapsed relapsing out at done got " +
    "had become lost started stopped overdosed overdosing drinking smoking shooting snorting injecting struggling suffering dying " +
    "scared afraid ready off under too only always never gone living sleeping coming looking asking refusing tired being about"
  ).split(" "),
);

/** "My wife's using", "my dads on pills": the sign, or its lack, says what the person is or does, and not what is theirs. */
function isState(words: readonly Word[], end: number): boolean {
  const [first = "", second = ""] = [words[end]?.plain, words[end + 1]?.plain];
  return (STATES.has(first) && !(first === "in" && second === "network")) || /^\d+$/.test(first);
}

/** Whether the words of a relative, as they stand in a text, may tell of somebody who is not the patient. */
export function isPerhapsAnother(text: string, words: readonly Word[], at: number, length: number): boolean {
  const end = at + length;
  const before = plain(words, Math.max(0, at - MAX_WORDS), at);
  const phrase = plain(words, at, end);
  const isSigned = /['’]s?$/.test(text.slice(words[at]!.start, words[end - 1]!.end)) || isMany(before, phrase);
  const isOwner = isSigned && !isState(words, end);
  const isBeside = OF.test(before) || (WITH.test(before) && !ABOUT.test(before));
  const after = words.slice(end, end + MAX_WORDS);
  const stop = after.findIndex((word, index) => ENDS.test(text.slice(words[end + index - 1]!.end, word.start)));
  return isOwner || isBeside || TO_ME.test(plain(after, 0, stop < 0 ? after.length : stop));
}

/** "My dads insurance": of one's own the plural is most often a possessive without its sign. */
function isMany(before: string, phrase: string): boolean {
  const last = phrase.split(" ").at(-1)!;
  const isMine = MINE.test(before) || MINE.test(phrase.split(" ")[0]!);
  return isMine && last.endsWith("s") && meaningCalled(last) === null;
}

function plain(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map((word) => word.plain)
    .join(" ");
}
