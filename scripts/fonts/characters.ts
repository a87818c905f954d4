/** First and last code point. */
type Range = readonly [first: number, last: number];

/** What English and Spanish are written with, and the marks that our pages set. Other characters come from a second file. */
const OWN: readonly Range[] = [
  [0x20, 0x7e],
  // Spaces that do not break, and the thin one of times.
  [0xa0, 0xa0],
  [0x2009, 0x2009],
  [0x202f, 0x202f],
  ...Array.from("¡ª«­®°·º»¿ÁÉÍÑÓÚÜáéíñóúü×÷–—‘’“”•…←↑→↓−", (letter): Range => [code(letter), code(letter)]),
];

/** What the whole files have: the range "latin" of their package, without what nobody sees. */
const LATIN: readonly Range[] = [
  [0x21, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x304, 0x304],
  [0x308, 0x308],
  [0x329, 0x329],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2191],
  [0x2193, 0x2193],
  [0x2212, 0x2212],
  [0x2215, 0x2215],
  [0xfeff, 0xfeff],
  [0xfffd, 0xfffd],
];

const own = codesOf(OWN);

/** The characters of the small files, in one text. */
export const OWN_CHARACTERS = String.fromCodePoint(...own);

/** As CSS writes it (`unicode-range`), without two files for one character. */
export const OWN_RANGE = rangeOf(own);
export const OTHER_RANGE = rangeOf(codesOf(LATIN).filter((each) => !own.includes(each)));

function code(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}

function codesOf(ranges: readonly Range[]): number[] {
  const codes = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
  return [...new Set(codes)].toSorted((a, b) => a - b);
}

function rangeOf(codes: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const each of codes) {
    const last = ranges.at(-1);
    if (last && each === last[1] + 1) last[1] = each;
    else ranges.push([each, each]);
  }
  const hex = (value: number) => value.toString(16).toUpperCase();
  return ranges.map(([first, last]) => `U+${hex(first)}${first === last ? "" : `-${hex(last)}`}`).join(", ");
}
