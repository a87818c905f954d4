import * as fc from "fast-check";
import { searchParamsToUrlQuery } from "next/dist/shared/lib/router/utils/querystring";
import { describe, expect, test } from "vitest";
import { filtersQuery, NO_FILTERS, parseFilters, type ListingFilters } from "@/lib/search/filters";
import { LOCALES, messagesOf } from "@/lib/shared/i18n";
import { ANSWERS, answersFor, guideStep, URGENCIES } from "./guide";

const answered = (params: Record<string, string | string[]>): ListingFilters => {
  const step = guideStep({ soon: "unsure", ...params });
  if (step.kind !== "answered") throw new Error(step.kind);
  return step.filters;
};
const one = (question: "pay" | "taking" | "setting") => fc.constantFrom(...Object.keys(ANSWERS[question]));
const answers = fc.record({
  soon: fc.constantFrom(...URGENCIES.filter((soon) => soon !== "danger")),
  pay: one("pay"),
  taking: one("taking"),
  setting: one("setting"),
  need: fc.subarray(Object.keys(ANSWERS.need)),
  near: fc.constantFrom("", "90012"),
});

/** What a URL says under the guide's own names, several values of a name as a list. */
const namedOnce = (pairs: [string, string][]): [string, string[]][] =>
  [...new Set(pairs.map(([name]) => name))]
    .filter((name) => !(name in Object.prototype))
    .map((name) => [name, pairs.filter(([each]) => each === name).map(([, value]) => value)]);

describe("answers", () => {
  test("set the filters they name, several of a group meaning any of them", () => {
    expect(answered({ pay: "none", taking: "methadone", need: ["spanish", "transportation"] })).toEqual({
      ...NO_FILTERS,
      payment: ["sliding-fee", "assistance", "free"],
      keeping: ["on-methadone"],
      access: ["transportation"],
      language: ["spanish"],
      sort: "rank",
    });
  });

  test("to keep a medication holds beside every other answer, also beside the medication and the help asked for", () => {
    const filters = answered({ taking: "buprenorphine", need: Object.keys(ANSWERS.need) });
    expect(filters).toMatchObject({
      medication: ["methadone", "buprenorphine", "naltrexone"],
      keeping: ["on-buprenorphine"],
    });
    const { taking: _, ...others } = ANSWERS;
    for (const sets of Object.values(others).flatMap((question) => Object.values(question)))
      expect(sets).not.toHaveProperty("keeping");
  });

  test("of what matters fall into the five groups that the question names in every language", () => {
    const groups = Object.values(ANSWERS.need).flatMap((sets) => Object.keys(sets));
    expect(new Set(groups)).toEqual(new Set(["medication", "language", "population", "people", "access"]));
    const hints = LOCALES.map((locale) => messagesOf(locale).find.questions.need.hint);
    expect(hints.map((hint) => /five groups|cinco grupos/.test(hint))).toEqual([true, true]);
    expect(hints.filter((hint) => /shorter|acorta/.test(hint))).toEqual([]);
  });

  test("of which none is sure set nothing but the order", () => {
    expect(answered({ pay: "unsure", taking: "unsure", setting: "unsure" })).toEqual({ ...NO_FILTERS, sort: "rank" });
    expect(answered({ taking: "none" })).toEqual({ ...NO_FILTERS, sort: "rank" });
    expect(answered({ near: "90012" })).toMatchObject({ near: "90012", sort: "distance" });
  });

  test("to a question of an older page set what they set then", () => {
    expect(answered({ medicine: "either" })).toMatchObject({ medication: ["methadone", "buprenorphine"], keeping: [] });
    expect(answered({ medicine: "keep-methadone" })).toMatchObject({ medication: [], keeping: ["on-methadone"] });
  });

  test("leave nothing in the next URL but filters: not for whom, not how soon", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const query = filtersQuery(answered({ ...given, who: "someone" }));
        const params = new URLSearchParams(query);
        for (const name of ["who", "soon", "medicine", ...Object.keys(ANSWERS)]) expect(params.has(name)).toBe(false);
        const again = Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)]));
        expect(parseFilters(again)).toEqual({
          filters: expect.objectContaining({ near: given.near || null }),
          ignored: [],
        });
        expect(guideStep(again)).toMatchObject({ kind: "review", filters: expect.anything() });
      }),
    );
  });

  test("can be read back from the filters they set, to be changed", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const filled = answersFor(answered(given));
        // That somebody takes nothing sets nothing, so the URL does not know it.
        const taking = given.taking === "none" ? "unsure" : given.taking;
        expect([filled.pay[0], filled.taking[0], filled.setting[0]]).toEqual([given.pay, taking, given.setting]);
        expect([...filled.need].sort()).toEqual([...given.need].sort());
      }),
    );
  });
});

describe("a URL", () => {
  test("that says danger leads to help, whatever else it says", () => {
    expect(guideStep({ soon: ["weeks", "danger"], pay: "private" })).toEqual({ kind: "danger" });
  });

  test("without answers is the empty form; with filters it shows them, without any text typed elsewhere", () => {
    expect(guideStep({})).toEqual({ kind: "review", filters: null });
    expect(guideStep({ q: "secret", payment: "medi-cal" })).toEqual({
      kind: "review",
      filters: { ...NO_FILTERS, payment: ["medi-cal"] },
    });
  });

  test("may say anything, also names that any object has", () => {
    const names = [
      "soon",
      "pay",
      "need",
      "near",
      "taking",
      "medicine",
      "payment",
      "x",
      "toString",
      "constructor",
      "__proto__",
    ];
    const anything = fc.array(fc.tuple(fc.constantFrom(...names), fc.string()));
    fc.assert(
      fc.property(anything, (pairs) => {
        const step = guideStep(searchParamsToUrlQuery(new URLSearchParams(pairs)));
        expect(["danger", "answered", "review"]).toContain(step.kind);
        expect(step).toEqual(guideStep(Object.fromEntries(namedOnce(pairs))));
      }),
    );
  });
});
