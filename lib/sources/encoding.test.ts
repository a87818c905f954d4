import fc from "fast-check";
import { expect, test } from "vitest";
import { decoderOf, EncodingScan, type Encoding, type EncodingVerdict } from "./encoding";

const TEXT = "name,zip\r\nClínica Niñez y Salud – Mother’s House,90012\r\nPEÑA & ASOCIADOS “Día”,90013\r\n";

/** Bytes of Windows-1252: its own marks, and Latin-1 for the rest. */
function windows1252(text: string): Buffer {
  const marks = new Map(Object.entries({ "–": 0x96, "’": 0x92, "“": 0x93, "”": 0x94 }));
  return Buffer.from(Array.from(text, (each) => marks.get(each) ?? each.codePointAt(0) ?? 0));
}

function verdictOf(bytes: Buffer, part = bytes.length): EncodingVerdict {
  const scan = new EncodingScan();
  for (const each of partsOf(bytes, part)) scan.add(each);
  return scan.end();
}

function partsOf(bytes: Buffer, length: number): Buffer[] {
  const count = Math.ceil(bytes.length / length);
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * length, (index + 1) * length));
}

const ENCODED = {
  "utf-8": Buffer.from(TEXT),
  "utf-8 with its mark": Buffer.from(`\uFEFF${TEXT}`),
  "utf-16le": Buffer.from(`\uFEFF${TEXT}`, "utf16le"),
  "utf-16be": Buffer.from(`\uFEFF${TEXT}`, "utf16le").swap16(),
  "windows-1252": windows1252(TEXT),
};

test.each(Object.entries(ENCODED))("%s is recognised and read without a lost character", (name, bytes) => {
  // Parts of any size, so that a character may lie across their border.
  fc.assert(
    fc.property(fc.integer({ min: 1, max: bytes.length }), (part) => {
      const encoding = name.split(" ")[0] as Encoding;
      expect(verdictOf(bytes, part)).toEqual({ encoding });
      const decode = decoderOf(encoding);
      expect([...partsOf(bytes, part).map((each) => decode(each)), decode()].join("")).toBe(TEXT);
    }),
  );
});

const latin = (...codes: number[]) => Buffer.from(codes);

test.each([
  ["Mac Roman, a lower-case word", Buffer.from("Cl\x92nica Ni\x96ez", "latin1"), /neither in UTF-8 nor plainly/],
  ["Mac Roman, capitals", Buffer.from("NI\x84OS Y NI\x84AS", "latin1"), /neither in UTF-8 nor plainly/],
  ["Cyrillic", latin(0xd6, 0xe5, 0xed, 0xf2, 0xf0), /neither in UTF-8 nor plainly/],
  ["Chinese", latin(0xb1, 0xb1, 0xbe, 0xa9), /neither in UTF-8 nor plainly/],
  ["UTF-8 with one broken byte", Buffer.concat([Buffer.from("Clínica "), latin(0xf1)]), /neither in UTF-8/],
  ["UTF-8 cut within a character", Buffer.from("Salud Clínica Niñ").subarray(0, -1), /neither in UTF-8/],
  ["UTF-16 without its mark", Buffer.from(TEXT, "utf16le"), /UTF-16 without its mark/],
  ["UTF-16 cut within a character", ENCODED["utf-16le"].subarray(0, -1), /UTF-16 and cut short/],
  ["UTF-32", latin(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), /UTF-32/],
  ["no text", latin(0x17, 0x12, 0, 0xff), /no CSV/],
])("%s is refused in words that name it", (_, bytes, words) => {
  expect(verdictOf(bytes)).toMatchObject({ flaw: expect.stringMatching(words) as string });
});
