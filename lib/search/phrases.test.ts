import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutPhrase, withPhrase } from "./phrases";

test.each([
  ["methadone clinic near Boyle Heights", "Boyle Heights", "methadone clinic"],
  ["methadone clinic near Boyle Heights", "methadone clinic", "near Boyle Heights"],
  ["call (323) 555–0100 now", "(323) 555-0100", "call now"],
  ["near me", "near me", ""],
  ["women, medi-cal", "medi-cal", "women"],
  ["detox detoxing", "detox", "detoxing"],
])("%s without “%s” is “%s”", (text, typed, rest) => {
  expect(withoutPhrase(text, typed)).toBe(rest);
});

test("a word is replaced where it stands by itself, whatever signs are in it, and any text does no harm", () => {
  expect(withPhrase("pasedena detox", "pasedena", "Pasadena")).toBe("Pasadena detox");
  expect(withPhrase("detoxing detox", "detox", "rehab")).toBe("detoxing rehab");
  expect(withPhrase("cost $1?", "cost", "$& $1")).toBe("$& $1 $1?");
  const text = fc.string({ unit: "grapheme" });
  fc.assert(fc.property(text, text, text, (one, two, used) => typeof withPhrase(one, two, used) === "string"));
  fc.assert(fc.property(text, (one) => withoutPhrase(one, one).length <= one.normalize("NFKC").length));
});
