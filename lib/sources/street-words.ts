// The words of street lines, alike however they are written. One abbreviation stands for all that share it ("st" for
// street and saint, "dr" for drive and doctor): where a word stands tells the two apart, and both sides are read alike.

/** The Postal Service's types (Publication 28, C1) that the directories use: the abbreviation, then its other spellings. */
const TYPES = (
  "aly alley|ave avenue av aven avnue avenida|blf bluff|blvd boulevard boul bl blv|br branch|brg bridge|byp bypass|" +
  "cir circle circ|clb club|cmns commons|cors corners|cres crescent|crk creek|ct court crt|ctr center centre cntr|cv cove|" +
  "cyn canyon|dr drive doctor|est estate|ests estates|expy expressway|ext extension|fld field|flds fields|frk fork|" +
  "fwy freeway|gdns gardens|gln glen|grn green|grv grove|hl hill|hls hills|hts heights|hwy highway hiway hgwy|holw hollow|" +
  "is island|jct junction|knl knoll|knls knolls|lk lake|lks lakes|ln lane|lndg landing|loop loops|mdw meadow|mdws meadows|" +
  "ml mill|mls mills|mnr manor|opas overpass|orch orchard|pass|path paths|pike pikes|pkwy parkway pky parkwy|pl place|" +
  "plz plaza plza|pne pine|prt port|pt point|rd road|rdg ridge|row|rte route rt|run|shrs shores|spg spring|spgs springs|" +
  "sq square|st street str saint|sta station|ter terrace terr|tpke turnpike trnpk|trce trace|trl trail trails|vis vista|" +
  "vlg village|vly valley|vw view|walk|way|xing crossing"
)
  .split("|")
  .map((words) => words.split(" "));

const DIRECTIONS = "n north|s south|e east|w west|ne northeast|nw northwest|se southeast|sw southwest"
  .split("|")
  .map((words) => words.split(" "));

/** Words within a street's name. */
const NAMES = "co county|ft fort|mt mount|mtn mountain|ste sainte|jr junior"
  .split("|")
  .map((words) => words.split(" "));

/** What says that a unit follows. */
const UNITS =
  "ste suite suites|unit units|apt apts apartment apartments|rm rms room rooms|bldg bldgs building buildings|fl floor floors"
    .split("|")
    .map((words) => words.split(" "));

const isOneOf = (groups: readonly string[][]) => {
  const heads = new Set(groups.map(([head = ""]) => head));
  return (word: string | undefined) => word !== undefined && heads.has(word);
};

export const isStreetType = isOneOf(TYPES);
export const isDirection = isOneOf(DIRECTIONS);

const SHORT = new Map(
  [...UNITS, ...NAMES, ...DIRECTIONS, ...TYPES].flatMap(([head = "", ...others]) =>
    [head, ...others].map((word) => [word, head] as const),
  ),
);

/** A word as it is compared: "boulevard", "blv" → "blvd"; "north" → "n"; "third", "3rd" → "3th". */
export function shortWord(word: string): string {
  const number = /^(\d+)(?:st|nd|rd|th)$/.exec(word)?.[1];
  if (number) return `${Number(number)}th`;
  return SHORT.get(word) ?? word;
}

const ONES = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const ORDINALS = (
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth " +
  "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const NUMBER_WORD = new Map(ORDINALS.map((word, number) => [word, number]));
const COMPOUND = new RegExp(`\\b(${TENS.join("|")})[\\s-]+(${ORDINALS.slice(1, 10).join("|")})\\b`, "g");
const TENTH = new RegExp(`\\b(${TENS.map((word) => word.replace(/y$/, "ieth")).join("|")})\\b`, "g");
const ORDINAL = new RegExp(`\\b(${ORDINALS.slice(1).join("|")})\\b`, "g");
const HOUSE_WORD = new RegExp(`^(${ONES.slice(1).join("|")})\\b`);

const tens = (word: string) => (TENS.indexOf(word.replace(/ieth$/, "y")) + 2) * 10;

/**
 * A line in small plain letters: no accents, apostrophes or abbreviation points; ordinals, and a house number, in digits;
 * every dash the same.
 */
export function plainLine(text: string): string {
  return text
    .replace(/[¼½¾⅓⅔⅛⅜⅝⅞]/g, " $&")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\p{Pd}/gu, "-")
    .replace(/\u2044/g, "/")
    .replace(/['’‘`]/g, "")
    .replace(/(?<![a-z0-9])([a-z])\.(?=[a-z](?![a-z0-9]))/g, "$1") // "u.s." is one word, "st.louis" two
    .replace(/(?<!\d)\.|\.(?!\d)/g, " ")
    .replace(COMPOUND, (_, ten: string, one: string) => `${tens(ten) + (NUMBER_WORD.get(one) ?? 0)}th`)
    .replace(TENTH, (word) => `${tens(word)}th`)
    .replace(ORDINAL, (word) => `${NUMBER_WORD.get(word)}th`)
    .trim()
    .replace(HOUSE_WORD, (word) => String(ONES.indexOf(word)));
}
