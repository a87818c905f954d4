/** Control characters, broken halves of a character, and the marks that reorder text around them. */
const UNPRINTABLE = /(?!\n)\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/gu;

/** Typed words trimmed, in one Unicode form, with plain line breaks and without control characters. */
export function severalLines(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/\t/g, " ").replace(UNPRINTABLE, "").normalize("NFC").trim();
}

/** The same in one line. */
export function oneLine(text: string): string {
  return severalLines(text).replace(/\s+/g, " ");
}
