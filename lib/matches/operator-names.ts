import { nameWords } from "@/lib/sources/names";

/** How alike two names are: the same name, or words in common that few others have. */
export type Likeness = "same" | "shared_words";

const words = (text: string) => new Set(text.split(" "));

/** Forms of companies, and words that only link others. */
const LINKS = words(
  "a an and at by co company corp corporation dba for in inc incorporated limited llc llp lp ltd of on pc pllc the to",
);

/** What a place does and for whom, not who it is: an outpatient program is nobody's own. */
const SERVICES = words(
  "abuse addiction adolescent adult alcohol alcoholism counseling day dependency detox detoxification disorder drug dui " +
    "inpatient intensive iop outpatient perinatal php program recovery rehab rehabilitation residential sober sobriety " +
    "substance sud treatment use withdrawal youth",
);

/** What half the field calls itself by, with places: alone they make nobody the same. */
const COMMON = words(
  "academy agency all alliance alternative american angele area association bay beach beginning behavior behavioral " +
    "better bright california campus canyon care casa center central change child children choice city clear clinic " +
    "clinical coast coastal college commission community comprehensive council country county creek de del department " +
    "desert east education el facility family father first foundation free freedom garden golden good great green group " +
    "harbor health healthcare healthy heart help high hill holding home hope horizon hospital house human i ii iii " +
    "institute international inland la lake learning legacy life light living lodge long los luxury malibu management " +
    "manor medical medicine mental men mind mission model mother mountain my national network new next north northern " +
    "ocean office one operation option organization our outreach pacific park partner path pathway peace people personal " +
    "place point professional project psychiatric psychology public ranch regional research resource responder " +
    "restoration retreat ridge rise rising river road sanctuary santa san sea second serenity service shelter shore site " +
    "sky social society solution solutions south southern spring star start step stone street sun support system teen " +
    "therapeutic therapy town transition transitional true united university valley view villa village vision vista way " +
    "welfare wellness west western women wood work young",
);

/** Spellings beside those that make a listing's identity. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ca: "california",
  cntr: "center",
  msr: "monsenor",
  org: "organization",
  outpt: "outpatient",
  progr: "program",
  serv: "service",
  tx: "treatment",
  trtmt: "treatment",
};

/** Two letters are too often a state, a doctor or a numeral. */
const MIN_INITIALS = 3;
/** How many words that say more than a service make a beginning of common words, such as "Newport Academy", a name. */
const MIN_COMMON_BEGINNING = 3;
const MIN_BEFORE_SERVICES = 2;
/** Letters of a name that another begins with: "Passages" of "Passages East", but not "AM" of "AM Rehabilitation". */
const MIN_BEGINNING_LENGTH = 5;

/** A name as it is compared: the words of the whole, and of each name that it joins. */
export type Name = string[][];

/** "Clear View Canyon Inc, DBA Veritas Detox" is three names. */
export function readName(text: string): Name {
  const parts = text.split(/\bd\/?b\/?a\b:?|[/()]/i);
  return [text, ...(parts.length > 1 ? parts : [])].map(wordsOf).filter((name) => name.length > 0);
}

/**
 * Whether two names may be one operator's, by what they mean: legal forms, abbreviations, plurals, "doing business as",
 * and initials such as "L.A. CADA" make no difference, and the field's common words and the names of towns no likeness.
 * @param towns words of the towns' names
 */
export function likenessOf(one: Name, other: Name, towns: ReadonlySet<string>): Likeness | null {
  return bestOf(one.flatMap((a) => other.map((b) => likenessOfWords(a, b, towns))));
}

export function bestOf(found: readonly (Likeness | null)[]): Likeness | null {
  return found.includes("same") ? "same" : (found.find((likeness) => likeness !== null) ?? null);
}

/** Words of a town's name, as a name of an operator has them. */
export function townWords(city: string): string[] {
  return wordsOf(city);
}

function wordsOf(text: string): string[] {
  const plain = text
    .replace(/\b(?:[a-z]\.\s?){2,}/gi, (initials) => `${initials.replaceAll(/[.\s]/g, "")} `)
    .replace(/\blos\s+angeles\b/gi, "la");
  return nameWords(plain)
    .split("-")
    .filter((word) => word !== "" && !LINKS.has(word))
    .map((word) => (/[^su]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word))
    .map((word) => SPELLINGS[word] ?? word);
}

function likenessOfWords(
  one: readonly string[],
  other: readonly string[],
  towns: ReadonlySet<string>,
): Likeness | null {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const isDistinctive = (word: string) =>
    /^(?:[a-z]\w{2,}|\d{3,})$/.test(word) && !COMMON.has(word) && !SERVICES.has(word) && !towns.has(word);
  if (isBeginning(short, long) && (short.some(isDistinctive) || isOwnName(short, long))) return "same";
  if (isInitials(short, long) || isInitials(long, short)) return "shared_words";
  const [few, many] = [new Set(short.filter(isDistinctive)), new Set(long.filter(isDistinctive))];
  const shared = [...few].filter((word) => many.has(word)).length;
  return shared > 1 || (shared === 1 && Math.min(few.size, many.size) === 1) ? "shared_words" : null;
}

function isBeginning(short: readonly string[], long: readonly string[]): boolean {
  const isLongEnough = short.length === long.length || short.join("").length >= MIN_BEGINNING_LENGTH;
  return isLongEnough && short.every((word, index) => word === long[index]);
}

/**
 * Whether common words make a name: all of "Recovery Beach", or "Newport Academy" of "Newport Academy Intensive
 * Outpatient". What only says a service is nobody's.
 */
function isOwnName(short: readonly string[], long: readonly string[]): boolean {
  const telling = short.filter((word) => !SERVICES.has(word)).length;
  if (short.length === long.length) return short.length > 1 && telling > 0;
  const isMore = long.slice(short.length).some((word) => !SERVICES.has(word));
  return telling >= (isMore ? MIN_COMMON_BEGINNING : MIN_BEFORE_SERVICES);
}

/** "la cada" and "bhs" stand for "la center alcohol drug abuse" and "behavioral health service". */
function isInitials(short: readonly string[], name: readonly string[]): boolean {
  const initials = name.map((word) => word[0]).join("");
  return initials.length >= MIN_INITIALS && (short.join("") === laInitials(name) || short.includes(initials));
}

/** The initials, with the town in full letters: people say L.A. */
function laInitials(name: readonly string[]): string {
  return name.map((word) => (word === "la" ? word : word[0])).join("");
}
