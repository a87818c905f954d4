import fc from "fast-check";
import { expect, test } from "vitest";
import type { FactSheetView } from "@/lib/facts/facts";
import { resolveFacts } from "@/lib/facts/facts";
import { keyFactsOf } from "@/lib/facts/key-facts";
import type { CriterionResult, RankingMethod } from "@/lib/rankings/schema";
import { reasonSentence } from "./reason-text";

const CODES = ["MU", "MM", "BU", "BUM", "OTP", "MOA", "MD"];
/** What a method asks about them, as the first one does. */
const RULES: Record<string, string[]> = {
  "methadone-or-buprenorphine": ["BU", "MU", "BUM", "MM", "OTP", "UB"],
  "keeps-methadone": ["MM", "OTP", "MOA"],
  "keeps-buprenorphine": ["BUM", "MOA"],
  "medi-cal": ["MD"],
};
const METHOD = { groups: [] } as unknown as RankingMethod;

/** The sentence about a place that says yes to these codes, and no to all others. */
function reason(locale: "en" | "es", yes: readonly string[]): string {
  const no = CODES.filter((code) => !yes.includes(code));
  const sheet: FactSheetView = {
    source: "samhsa",
    asOf: "2023-12-31",
    asOfPrecision: "year",
    yes: [...yes],
    no,
    unknown: [],
  };
  const criteria = Object.entries(RULES).map(([key, codes]): CriterionResult => {
    const isYes = codes.some((code) => yes.includes(code));
    const answer = { value: isYes ? "yes" : "no", points: Number(isYes), maximum: 1 } as const;
    return { key, ...answer, source: "samhsa", asOf: "2023-12-31", asOfPrecision: "year" };
  });
  return reasonSentence(locale, METHOD, criteria, keyFactsOf(resolveFacts([sheet])));
}

test.each([
  [["BU", "BUM", "MOA"], "Gives buprenorphine, keeps you on it, and lets you stay on methadone prescribed elsewhere"],
  [["MM", "BUM", "OTP"], "Gives methadone and buprenorphine, and keeps you on both"],
  [["MM", "BU", "OTP"], "Gives methadone and buprenorphine, and keeps you on methadone"],
  [["MOA"], "Lets you stay on methadone and buprenorphine prescribed elsewhere"],
  [["OTP"], "Gives methadone or buprenorphine, and keeps you on methadone"],
])("%s is: %s", (yes, words) => {
  expect(reason("en", yes).split("; ")[0]).toBe(words.replace(", and keeps", " and keeps"));
});

test("says in Spanish who prescribes it", () => {
  expect(reason("es", ["BU", "BUM", "MOA", "MD"])).toMatch(
    /^Da buprenorfina, puede seguir allí con ella, puede seguir con metadona con receta de otro lugar y acepta/,
  );
});

test("never says that a place gives or keeps people on what only others prescribe", () => {
  fc.assert(
    fc.property(fc.subarray(CODES), (yes) => {
      const words = reason("en", yes)
        .replaceAll(/“[^”]*”/g, "")
        .split("prescribed elsewhere")[0]!
        .split("; ")[0]!;
      const own = words.split(/lets you stay on/i)[0]!;
      const says = (name: string) => own.replace("methadone or buprenorphine", "one of both").includes(name);
      const gives = (codes: string[]) => yes.some((code) => codes.includes(code));
      expect(says("methadone") && !gives(["MU", "MM", "OTP"])).toBe(false);
      expect(says("buprenorphine") && !gives(["BU", "BUM"])).toBe(false);
    }),
  );
});
