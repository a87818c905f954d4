import { describe, expect, test } from "vitest";
import { FACT_VALUES, factOf, resolveFacts, type FactValue } from "@/lib/facts/facts";
import { keyFactsOf, LONG_TERM } from "@/lib/facts/key-facts";
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

describe("whatever a place answers to each question", () => {
  const every = CODES.reduce<Record<string, FactValue>[]>(
    (answers, code) => answers.flatMap((each) => FACT_VALUES.map((value) => ({ ...each, [code]: value }))),
    [{}],
  );
  const GIVES = { methadone: ["MM", "OTP"], buprenorphine: ["BUM"] };

  /** What counts of the answers, and what the card says of it. */
  function told(answers: Record<string, FactValue>) {
    const coded = (value: FactValue) => CODES.filter((code) => answers[code] === value);
    const facts = resolveFacts([{ ...SURVEY, unknown: [], yes: coded("yes"), no: coded("no") }]);
    const said = new Map(keepingParts("en", keyFactsOf(facts)).map(({ value, words }) => [value, words]));
    return { valueOf: (code: string) => factOf(facts, code).value, said };
  }

  test("it “keeps you on” what it gives month after month, “lets you stay on” what another prescribes, and nothing else", () => {
    expect(every).toHaveLength(3 ** CODES.length);
    const wrong = every.filter((answers) => {
      const { valueOf, said } = told(answers);
      const yes = said.get("yes") ?? "";
      const kept = /keeps you on ([^,·]*)/.exec(yes)?.[1] ?? "";
      const elsewhere = /lets you stay on (.*?) prescribed elsewhere/.exec(yes)?.[1] ?? "";
      return LONG_TERM.some((name) => {
        const gives = GIVES[name].some((code) => valueOf(code) === "yes");
        const takes = valueOf("MOA") === "yes";
        return kept.includes(name) !== gives || elsewhere.includes(name) !== (takes && !gives);
      });
    });
    expect(wrong).toEqual([]);
  });

  test("it says one thing of prescriptions from elsewhere, and no only where an answer was no and none was yes", () => {
    const wrong = every.filter((answers) => {
      const { valueOf, said } = told(answers);
      const isSilent = said.get("unknown") === "did not say";
      const elsewhere = FACT_VALUES.filter((value) => said.get(value)?.includes("prescriptions from elsewhere"));
      const refused = LONG_TERM.filter((name) => said.get("no")?.includes(name));
      const isWronglyRefused = refused.some((name) => {
        const values = [...GIVES[name], "MOA"].map(valueOf);
        return values.includes("yes") || !values.includes("no");
      });
      return elsewhere.join() !== (isSilent ? "" : valueOf("MOA")) || (isSilent && said.size > 1) || isWronglyRefused;
    });
    expect(wrong).toEqual([]);
  });
});
