import { describe, expect, test } from "vitest";
import { resolveFacts } from "@/lib/facts/facts";
import { keyFactsOf } from "@/lib/facts/key-facts";
import { LOCALES } from "@/lib/shared/i18n";
import { fromElsewhereWords, keptParts } from "./keeping-text";

const SURVEY = { source: "samhsa", asOf: "2024-01-01", asOfPrecision: "year", unknown: [] } as const;
const CODES = ["MU", "MM", "OTP", "BU", "BUM", "UB", "MOA"];

const place = (yes: string[], asked = CODES) =>
  keyFactsOf(resolveFacts([{ ...SURVEY, unknown: [], yes, no: asked.filter((code) => !yes.includes(code)) }]));
const words = (yes: string[], asked?: string[]) => keptParts("en", place(yes, asked)).map(({ words: each }) => each);

describe("a place's card says of somebody who takes a medication already", () => {
  test("which one it keeps them on", () => {
    expect(words(["MU", "MM", "BUM", "BU"])).toEqual(["methadone", "buprenorphine"]);
    expect(words(["BUM", "BU"])).toEqual(["not methadone", "buprenorphine"]);
    expect(words([])).toEqual(["neither methadone nor buprenorphine"]);
  });

  test("what it keeps them on only when somebody else prescribes it", () => {
    expect(words(["MOA"])).toEqual(["methadone and buprenorphine prescribed elsewhere"]);
    expect(words(["BU", "MOA"])).toEqual(["methadone prescribed elsewhere", "buprenorphine"]);
  });

  test("that it did not say, where it did not: never a no", () => {
    for (const locale of LOCALES) {
      expect(keptParts(locale, place([], []))).toEqual([{ value: "unknown", words: expect.any(String) }]);
      expect(fromElsewhereWords(locale, place([], []))).toEqual(keptParts(locale, place([], []))[0]?.words);
      expect(fromElsewhereWords(locale, place(["MOA"]))).toBeUndefined();
    }
    expect(words([], [])).toEqual(["did not say"]);
    expect(words(["BUM"], ["BUM"])).toEqual(["methadone: did not say", "buprenorphine"]);
  });
});
