/** A number of the North American plan, as public directories print it. */
export interface PhoneNumber {
  /** E.164 without extension, such as +12135550123. */
  number: string;
  extension: string | null;
}

/** What a cell for one phone says. */
export interface PhoneCell {
  numbers: PhoneNumber[];
  /** Other text that nobody can dial: "see website", the "1450" of "213-555-2368 x1449/1450". */
  unread: string[];
}

const EXTENSION = /(?:[\s,;(]|(?<=[\d)]))(?:x|ext(?:ension)?|#)\s*[.:]?\s*(\d*)\s*\)?\s*$/i;
/** Labels that add nothing to the column's name; "fax" is not one of them. */
const LABEL =
  /^(?:tel|telephone|phone|ph|main|office|voice|toll[- ]?free)\b[.:]*\s*|\s*\((?:main|office|voice|toll[- ]?free)\)$/gi;
/** "800-662-HELP (4357)" */
const LETTERS_AGAIN = /(?<=[a-z]{3})\s*\(\d+\)$/i;
/** Separators between two numbers in one cell. A number may have a slash itself, so the whole text is tried first. */
const BETWEEN = /\s*(?:[;,|/&\n]|\bor\b|\band\b)\s*|(?<=\d{4})\s+(?=\(?\d{3}\)?[\s.-]*\d{3}[\s.-]*\d{4})/i;
/** The letters of a phone's keys 2 to 9. */
const KEYS = ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];

/**
 * Reads a directory's phone column: "407-613-5555 x1449", "+1 (310) 314-6200, ext. 12", "213.555.2368", "800-555HOPE".
 * @returns null for a blank, for text that nobody can dial, and for two numbers
 */
export function parsePhone(text: string): PhoneNumber | null {
  const plain = text
    .normalize("NFKC")
    .replace(/\p{Pd}/gu, "-")
    .trim()
    .replace(LABEL, "")
    .replace(LETTERS_AGAIN, "");
  const extension = EXTENSION.exec(plain);
  const main = (extension ? plain.slice(0, extension.index) : plain).replace(/(?<=^\d{10,11})\.0+$/, "");
  // An area code has no letters: "TTY 555-0100" is no number. Nor is "213-555-O100": words have three letters or more.
  const letters = main.match(/[a-z]/gi)?.length ?? 0;
  if (!/^\W*(?:\d\W*){3}/.test(main) || letters === 1 || letters === 2) return null;
  const digits = dialed(main).replace(/^(?:00)?1(?=\d{10}$)/, "");
  // No area code ends in 11: those are the short numbers.
  if (!/^[2-9](?!11)\d{2}[2-9]\d{6}$/.test(digits)) return null;
  return { number: `+1${digits}`, extension: extension?.[1] || null };
}

/** Reads every number of a phone column: "213-555-2368 / 310-555-2368 x2". */
export function readPhones(text: string): PhoneCell {
  const whole = parsePhone(text);
  if (whole) return { numbers: [whole], unread: [] };
  const cell: PhoneCell = { numbers: [], unread: [] };
  for (const part of text.split(BETWEEN)) {
    const phone = parsePhone(part);
    if (phone) cell.numbers.push(phone);
    else if (part) cell.unread.push(part);
  }
  return cell.numbers.length > 0 || !text.trim() ? cell : { numbers: [], unread: [text] };
}

function dialed(text: string): string {
  return text
    .toLowerCase()
    .replace(/[a-z]/g, (letter) => String(KEYS.findIndex((key) => key.includes(letter)) + 2))
    .replace(/\D/g, "");
}
