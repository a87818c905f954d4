import { describe, expect, test } from "vitest";
import { resolveFacts } from "@/lib/facts/facts";
import { keyFactsOf } from "@/lib/facts/key-facts";
import { LOCALES } from "@/lib/shared/i18n";
import { keepingParts } from "./keeping-text";

const SURVEY = { source: "samhsa", asOf: "2024-01-01", asOfPrecision: "year", unknown: [] } as const;
const CODES = ["MU", "MM", "OTP", "BU", "BUM", "UB", "MOA"];

const place = (yes: string[], asked = CODES) =>
  keyFactsOf(resolveFacts([{ ...SURVEY, unknown: [], yes, no: asked.filter((code) => !yes.includes(code)) }]));
const parts = (yes: string[], asked?: string[]) =>
  keepingParts("en", place(yes, asked)).map(({ value, words }) => `${value}: ${words}`);

describe("a place's card says of somebody who takes a medication already", () => {
  test("which one it keeps them on, and which not", () => {
    expect(parts(["MU", "MM", "BUM", "BU"])).toEqual([
      "yes: keeps you on methadone and buprenorphine",
      "no: takes no prescriptions from elsewhere",
    ]);
    expect(parts(["BUM", "BU"])).toEqual([
      "yes: keeps you on buprenorphine",
      "no: does not keep you on methadone · takes no prescriptions from elsewhere",
    ]);
    expect(parts([])).toEqual([
      "no: keeps you on neither methadone nor buprenorphine · takes no prescriptions from elsewhere",
    ]);
  });

  test("what it keeps them on only when somebody else prescribes it", () => {
    expect(parts(["MOA"])).toEqual([
      "yes: lets you stay on methadone and buprenorphine prescribed elsewhere · takes prescriptions from elsewhere",
    ]);
    expect(parts(["BUM", "MOA"])).toEqual([
      "yes: keeps you on buprenorphine, and lets you stay on methadone prescribed elsewhere · takes prescriptions from elsewhere",
    ]);
    expect(parts(["MM", "MOA"])).toEqual([
      "yes: keeps you on methadone, and lets you stay on buprenorphine prescribed elsewhere · takes prescriptions from elsewhere",
    ]);
  });

  test("that somebody else must prescribe what it uses for detox alone", () => {
    for (const detox of [["BU"], ["UB"], ["MU"], ["BU", "UB", "MU"]])
      expect(parts([...detox, "MOA"])).toEqual(parts(["MOA"]));
  });

  test("in brief no word twice, and never less than the whole says", () => {
    const brief = (yes: string[]) => keepingParts("en", place(yes), true).map(({ words }) => words);
    expect(brief(["MOA"])).toEqual(["lets you stay on methadone and buprenorphine prescribed elsewhere"]);
    expect(brief(["BUM", "MOA"])).toEqual([
      "keeps you on buprenorphine, and lets you stay on methadone prescribed elsewhere",
    ]);
    for (const yes of [["BUM", "MM", "MOA"], ["BUM", "BU"], ["MU", "MM"], []])
      expect(keepingParts("en", place(yes), true)).toEqual(keepingParts("en", place(yes)));
  });

  test("that it did not say, where it did not: never a no", () => {
    for (const locale of LOCALES)
      expect(keepingParts(locale, place([], []))).toEqual([{ value: "unknown", words: expect.any(String) }]);
    expect(parts([], [])).toEqual(["unknown: did not say"]);
    expect(parts(["BUM"], ["BUM"])).toEqual([
      "yes: keeps you on buprenorphine",
      "unknown: did not say about methadone · did not say about prescriptions from elsewhere",
    ]);
  });
});
