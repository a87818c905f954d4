/** A number of the North American plan, as public directories print it. */
export interface PhoneNumber {
  /** E.164 without extension, such as +12135550123. */
  number: string;
  extension: string | null;
}

const EXTENSION = /(?:\s|(?<=\d))(?:x|ext\.?)\s*(\d*)\s*$/i;
/** The letters of a phone's keys 2 to 9. */
const KEYS = ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];

/**
 * Reads a directory's phone column: "407-613-5555 x1449", "(310) 314-6200 X3426", "800-555HOPE".
 * @returns null for a blank and for what cannot be dialed
 */
export function parsePhone(text: string): PhoneNumber | null {
  const extension = EXTENSION.exec(text);
  const digits = dialed(extension ? text.slice(0, extension.index) : text).replace(/^1(?=\d{10}$)/, "");
  // No area code ends in 11: those are the short numbers.
  if (!/^[2-9](?!11)\d{2}[2-9]\d{6}$/.test(digits)) return null;
  return { number: `+1${digits}`, extension: extension?.[1] || null };
}

function dialed(text: string): string {
  return text
    .toLowerCase()
    .replace(/[a-z]/g, (letter) => String(KEYS.findIndex((key) => key.includes(letter)) + 2))
    .replace(/\D/g, "");
}
