/** "90033", "90033-1234", "CA 90033"; the letters O, I and l count as the digits they look like. */
const ZIP = /^(?:zip(?:\s*code)?|c[oó]digo\s+postal|c\.?p\.?)?[\s:]*(?:ca\s+)?([\dOIl]{5})(?:[\s\p{Pd}]+\d{4})?$/iu;
/** Of fewer digits among the five letters make a word: "OIlI0". */
const MIN_DIGITS = 3;

/** The five digits of a text that is a ZIP code and nothing else, whether there is such a one or not; else null. */
export function zipIn(text: string): string | null {
  const [, five = ""] = ZIP.exec(text.trim()) ?? [];
  const digits = five.replace(/[oO]/g, "0").replace(/[iIlL]/g, "1");
  return five.replace(/\D/g, "").length >= MIN_DIGITS ? digits : null;
}
