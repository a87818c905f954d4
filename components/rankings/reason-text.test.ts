import fc from "fast-check";
import { expect, test } from "vitest";
import type { FactSheetView } from "@/lib/facts/facts";
import { resolveFacts } from "@/lib/facts/facts";
import { keyFactsOf } from "@/lib/facts/key-facts";
import type { CriterionResult, RankingMethod } from "@/lib/rankings/schema";
import { messagesOf } from "@/lib/shared/i18n";
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

/** What a method's own criterion is called in a sentence about it. */
const OTHER: RankingMethod = {
  groups: [{ criteria: [{ key: "own", name: { en: "Open on Sundays", es: "Abre los domingos" } }] }],
} as unknown as RankingMethod;
const ASKED = Object.keys(messagesOf("en").rankings.reason.yes);
const NOBODY = keyFactsOf(resolveFacts([]));

function answered(
  locale: "en" | "es",
  answers: Record<string, CriterionResult["value"]>,
  { method = METHOD, source = "samhsa" }: { method?: RankingMethod; source?: CriterionResult["source"] } = {},
): string {
  const criteria = Object.entries(answers).map(([key, value]): CriterionResult => ({
    key,
    value,
    points: 0,
    maximum: 1,
    source,
    asOf: "2023-12-31",
    asOfPrecision: "year",
  }));
  return reasonSentence(locale, method, criteria, NOBODY);
}

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
  expect(reason("en", yes)).toMatch(new RegExp(`^${words.replace(", and keeps", " and keeps")}\\.`));
});

test("says in Spanish who prescribes it", () => {
  expect(reason("es", ["BU", "BUM", "MOA", "MD"])).toMatch(
    /^Da buprenorfina, puede seguir allí con ella, puede seguir con metadona con receta de otro lugar y acepta/,
  );
});

test("never says that a place gives or keeps people on what only others prescribe", () => {
  fc.assert(
    fc.property(fc.subarray(CODES), (yes) => {
      const words = reason("en", yes).split("It says that it")[0]!.split("prescribed elsewhere")[0]!;
      const own = words.split(/lets you stay on/i)[0]!;
      const says = (name: string) => own.replace("methadone or buprenorphine", "one of both").includes(name);
      const gives = (codes: string[]) => yes.some((code) => codes.includes(code));
      expect(says("methadone") && !gives(["MU", "MM", "OTP"])).toBe(false);
      expect(says("buprenorphine") && !gives(["BU", "BUM"])).toBe(false);
    }),
  );
});

test.each([
  ["en", { "keeps-methadone": "no" }, "It says that it does not keep people on methadone."],
  ["es", { "keeps-methadone": "no" }, "Dice que no mantiene la metadona de quien ya la toma."],
  [
    "en",
    { "medi-cal": "yes", aftercare: "no", peers: "no" },
    "Takes Medi-Cal. It says that it has no aftercare and has no peer support.",
  ],
  ["en", { "state-license": "no" }, "The state’s list has no current license for its kind of care."],
  ["en", { aftercare: "unknown" }, "We do not know the answers behind 1 of the 100 points."],
  [
    "es",
    { "medi-cal": "yes", cbt: "no", aftercare: "no", peers: "no", children: "no", accredited: "no" },
    "Acepta Medi-Cal. Dice que no usa la terapia cognitivo-conductual, no tiene atención continua y no tiene apoyo de pares. Otras 2 respuestas son no.",
  ],
] as const)("in %s %j is told in whole sentences: %s", (locale, answers, words) => {
  expect(answered(locale, answers)).toBe(words);
});

test("what staff found is not put in the place's mouth, and what another method asks is told by its name", () => {
  expect(answered("en", { aftercare: "no" }, { source: "staff" })).toBe("It has no aftercare.");
  expect(answered("es", { aftercare: "no" }, { source: "staff" })).toBe("No tiene atención continua.");
  expect(answered("en", { own: "no" }, { method: OTHER })).toBe("It says that it does not meet “Open on Sundays”.");
  expect(answered("es", { own: "yes" }, { method: OTHER })).toBe("Cumple «Abre los domingos».");
});

test("each answer of the method reads as a sentence in both languages, with no name in quotes and no loose count", () => {
  const value = fc.constantFrom("yes" as const, "no" as const, "unknown" as const);
  fc.assert(
    fc.property(
      fc.constantFrom("en" as const, "es" as const),
      fc.tuple(...ASKED.map(() => value)),
      (locale, values) => {
        const words = answered(locale, Object.fromEntries(ASKED.map((key, at) => [key, values[at]!])));
        expect(words).toMatch(/^\p{Lu}.*\.$/su);
        expect(words).not.toMatch(/[“”«»;]|\bmore\b(?! levels)|\d+ más|\. \p{Ll}|  |\{/u);
      },
    ),
  );
  for (const locale of ["en", "es"] as const)
    for (const key of ASKED)
      for (const each of ["yes", "no"] as const)
        expect([key, answered(locale, { [key]: each })]).toEqual([key, expect.not.stringMatching(/[“«]/)]);
});
