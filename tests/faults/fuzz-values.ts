// What is typed into a field, or forged, to break something. `zq1` is the mark by which an echo is recognised.
import fc from "fast-check";

const MARKUP = [
  "<zq1>",
  '"><zq1 onload=zq1()>',
  "'><zq1>",
  "</script><zq1>",
  "</textarea><zq1>",
  "<!--<zq1>",
  "<svg/onload=zq1()><zq1>",
  "javascript:zq1()",
  "{{zq1}}<zq1>",
  "&lt;zq1&gt;<zq1>",
];

/** Markup of ours that an answer holds as markup. */
export function echoesIn(html: string): string[] {
  return html.match(/<\/?zq1|<svg\/onload|href="javascript:zq1/g) ?? [];
}

const HEADER_BREAKS = [
  "\r\nBcc: all@example.org",
  "\nX-Injected: 1",
  "\r\n\r\n<zq1>",
  "%0d%0aBcc:all@example.org",
  "\u0085X: 1",
  "\u2028X: 1",
];
const ODD = [
  "",
  " ",
  "\0",
  "\0Ana\0",
  "null",
  "undefined",
  "NaN",
  "[object Object]",
  "-1",
  "1e309",
  "true",
  "\uFEFF",
  "\u202E",
  "\uD800",
  "😀".repeat(50),
  "ﷺ".repeat(100),
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
  "' OR 1=1 --",
  '\'; DROP TABLE "Inquiry"; --',
  "${7*7}",
  "../../etc/passwd",
  "__proto__",
  "$1",
  "$F1",
  "$K1",
  "$undefined",
  "@",
];

export const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...MARKUP) },
  { weight: 3, arbitrary: fc.constantFrom(...ODD) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.string({ maxLength: 20 }), fc.constantFrom(...HEADER_BREAKS)).map((parts) => parts.join("")),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom("a", "\0", "<zq1>", "é", "\n", "😀"),
        fc.constantFrom(99, 100, 101, 254, 255, 3999, 4000, 4001, 60_000),
      )
      .map(([unit, length]) => unit.repeat(length).slice(0, 200_000)),
  },
);
export const emailLike = fc.oneof(
  text,
  fc
    .tuple(text, fc.constantFrom("@example.org", "@", "@[127.0.0.1]", "@exämple.org", "@example.org,b@example.org"))
    .map((parts) => parts.join("")),
  fc.constantFrom(
    "a@b.co",
    '"a b"@example.org',
    "ANA@EXAMPLE.ORG",
    `${"a".repeat(64)}@example.org`,
    `${"a".repeat(250)}@example.org`,
  ),
);
export const phoneLike = fc.oneof(
  text,
  fc.constantFrom(
    "213-555-0123",
    "+1 (213) 555 0123 ext 4",
    "٢١٣٥٥٥٠١٢٣",
    "0000000000",
    "+".repeat(30),
    "+999999999999999",
  ),
);

export const ACTION_JUNK = [
  "",
  "null",
  "[]",
  "{}",
  "[",
  '["$F1"]',
  '["$@1"]',
  '[{"status":"idle","__proto__":{"a":1}}]',
  '["$1:constructor:constructor"]',
  '[{"status":"invalid","values":null}]',
  '[{"status":"failed"}]',
  '[{"status":"<zq1>","values":{"name":"<zq1>"},"form":"<zq1>","shown":{"consentText":"<zq1>","closed":"<zq1>"}}]',
  '[{"status":"invalid","fieldErrors":{"name":"<zq1>"},"values":{"name":"<zq1>"},"form":1}]',
  "[".repeat(2000),
  '{"id":"00","bound":"$@1"}',
  '{"id":{"toString":1},"bound":[]}',
];
