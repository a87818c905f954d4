export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** The encoding of a text, or why it cannot be read, in words that follow the file's name. */
export type EncodingVerdict = { encoding: Encoding } | { flaw: string };

const SAVE_AGAIN = "Save it as CSV in UTF-8, or take the file as it was published.";
const NO_TEXT = "is no CSV, gzipped CSV or Excel workbook (.xlsx). Download it again.";

/** Byte order marks; UTF-32's begins like UTF-16's. */
const MARKS = [
  [[0xff, 0xfe, 0, 0], null],
  [[0, 0, 0xfe, 0xff], null],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
] as const satisfies (readonly [number[], Encoding | null])[];
const MAX_MARK_BYTES = 4;

/**
 * Patterns that Windows-1252 text never, or hardly ever, has. Each shows that the bytes mean other characters (Mac
 * Roman, Cyrillic, Chinese, UTF-8 with a broken byte), and to choose one would be a guess. The file is then refused, so
 * that no name is misspelled.
 */
const NOT_WINDOWS_1252: readonly RegExp[] = [
  /[\x81\x8d\x8f\x90\x9d]/, // bytes without a character
  /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}/, // characters of UTF-8
  /[\x80-\x9f\xa1-\xff]{3}/, // a word all of foreign characters
  /[A-Za-z][\x80\x82-\x8b\x91\x93-\x95\x98\x9b\xa1-\xac\xae-\xbf][A-Za-z]/, // a mark within a word
  /[a-z][\x8a\x8c\x8e\x96\x97\x9c\x9f\xc0-\xde][a-z]/, // a dash or a capital within a word
  /[a-z]\x92(?!(?:s|t|d|m|ll|re|ve)(?![a-z]))[a-z]/, // an apostrophe within a word, other than in "Mother’s"
];

/** Finds the encoding of a text that comes in parts, in the time that it takes to read it. */
export class EncodingScan {
  private head = Buffer.alloc(0);
  private utf8: TextDecoder | null = new TextDecoder("utf-8", { fatal: true });
  private utf16: TextDecoder | null = null;
  private hasZero = false;
  private isWindows1252 = true;
  /** The end of the previous part, for patterns across the border. */
  private tail = "";

  add(bytes: Buffer): void {
    if (this.head.length >= MAX_MARK_BYTES) {
      this.look(bytes);
      return;
    }
    this.head = Buffer.concat([this.head, bytes]);
    if (this.head.length >= MAX_MARK_BYTES) this.begin();
  }

  end(): EncodingVerdict {
    if (this.head.length < MAX_MARK_BYTES) this.begin();
    const mark = this.mark();
    if (mark?.[1] === null) return { flaw: `is encoded in UTF-32. ${SAVE_AGAIN}` };
    if (mark && !this.hasZero && this.utf16 && part(this.utf16) !== null) return { encoding: mark[1] };
    if (mark) return { flaw: `is encoded in UTF-16 and cut short, or broken. Download it again.` };
    if (this.hasZero)
      return { flaw: this.isBareUtf16() ? `is encoded in UTF-16 without its mark. ${SAVE_AGAIN}` : NO_TEXT };
    if (this.utf8 && part(this.utf8) !== null) return { encoding: "utf-8" };
    if (this.isWindows1252) return { encoding: "windows-1252" };
    return { flaw: `is encoded neither in UTF-8 nor plainly in Windows-1252 or UTF-16. ${SAVE_AGAIN}` };
  }

  private begin(): void {
    const encoding = this.mark()?.[1];
    this.utf16 = encoding ? new TextDecoder(encoding, { fatal: true }) : null;
    this.look(this.head);
  }

  private look(bytes: Buffer): void {
    if (this.utf16) {
      this.hasZero ||= part(this.utf16, bytes)?.includes("\0") ?? true;
      return;
    }
    this.hasZero ||= bytes.includes(0);
    if (this.utf8 && part(this.utf8, bytes) === null) this.utf8 = null;
    const latin = this.tail + bytes.toString("latin1");
    if (/[\x80-\xff]/.test(latin)) this.isWindows1252 &&= !NOT_WINDOWS_1252.some((odd) => odd.test(latin));
    this.tail = latin.slice(-3);
  }

  private mark() {
    return MARKS.find(([bytes]) => this.head.subarray(0, bytes.length).equals(Buffer.from(bytes)));
  }

  private isBareUtf16(): boolean {
    const [first, second, third, fourth] = this.head;
    return (second === 0 && fourth === 0) || (first === 0 && third === 0);
  }
}

/** @returns null for bytes that are none of the decoder's encoding */
function part(decoder: TextDecoder, bytes?: Buffer): string | null {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    return null;
  }
}

/** The characters of Windows-1252 from 0x80 on, where Latin-1 has control characters. Node's decoder reads Latin-1. */
const MARKS_OF_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Decodes a text of a known encoding in parts; without bytes, what is left at its end. */
export function decoderOf(encoding: Encoding): (bytes?: Buffer) => string {
  if (encoding === "windows-1252")
    return (bytes) =>
      bytes?.toString("latin1").replace(/[\x80-\x9f]/g, (each) => MARKS_OF_1252[each.charCodeAt(0) - 0x80] ?? each) ??
      "";
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes) => decoder.decode(bytes, { stream: bytes !== undefined });
}
