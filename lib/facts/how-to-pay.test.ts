import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ATTRIBUTES } from "./attributes";
import { resolveFacts, type FactSheetView } from "./facts";
import { commonPay, howToPay, PAYMENT_CODES, surveyNoIn, type Way } from "./how-to-pay";

const sheet = (changes: Partial<FactSheetView>): FactSheetView => ({
  source: "samhsa",
  asOf: "2023-01-01",
  asOfPrecision: "year",
  yes: [],
  no: [],
  unknown: [],
  ...changes,
});
const payOf = (...sheets: Partial<FactSheetView>[]) => howToPay(resolveFacts(sheets.map(sheet)));

test("every way to pay is a code of the survey about paying", () => {
  const categories = Object.values(PAYMENT_CODES).map(([code]) => ATTRIBUTES.get(code)?.category);
  expect(new Set(categories)).toEqual(new Set(["PAY", "PYAS"]));
});

test.each<[string, string[], string[], Way[], Partial<ReturnType<typeof howToPay>>]>([
  ["Medi-Cal and more", ["SS", "PI", "MC", "MD"], [], ["medi-cal", "medicare", "private", "sliding-fee"], {}],
  [
    "no Medi-Cal, no Medicare",
    ["PI", "SF"],
    ["MD", "MC"],
    ["private", "self-pay"],
    { noMedicare: true, noMediCalIn: 2023 },
  ],
  ["no payment", ["NP"], ["MD"], ["free"], { noMediCalIn: 2023 }],
  ["public funds alone", ["FSA"], ["MD", "MC", "PI"], [], { noMedicare: true, noMediCalIn: 2023 }],
])("%s", (_, yes, no, ways, expected) => {
  const pay = { ways, noMedicare: false, noMediCalIn: null, isKnown: true };
  expect(payOf({ yes, no })).toEqual({ ...pay, ...expected });
});

test("without an answer it is not known", () => {
  expect(payOf()).toEqual({ ways: [], noMedicare: false, noMediCalIn: null, isKnown: false });
  expect(payOf({ yes: ["MD"] }, { source: "staff", asOf: "2026-01-01", unknown: ["MD"] }).isKnown).toBe(false);
});

describe("a no to Medi-Cal", () => {
  test("has the year of the survey, and none once staff checked it", () => {
    expect(payOf({ no: ["MD"] }, { asOf: "2024-01-01", no: ["MD"] }).noMediCalIn).toBe(2024);
    const checked = payOf({ no: ["MD"] }, { source: "staff", asOf: "2026-11-20", asOfPrecision: "day", no: ["MD"] });
    expect(checked.noMediCalIn).toBeNull();
  });

  test("is the only answer with a year", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("yes" as const, "no" as const, "unknown" as const),
        fc.constantFrom("staff" as const, "samhsa" as const, null),
        (value, source) => {
          const fact = { attribute: "MD", value, source, asOf: source && "2023-01-01", asOfPrecision: null };
          expect(surveyNoIn(fact) !== null).toBe(value === "no" && source === "samhsa");
        },
      ),
    );
  });
});

test("a program accepts what all its addresses accept, and refused Medi-Cal when all did, at first in the oldest year", () => {
  const one = payOf({ yes: ["PI", "SF"], no: ["MD", "MC"] });
  const other = payOf({ asOf: "2024-01-01", yes: ["SF"], no: ["MD", "PI"] });
  expect(commonPay([one, other])).toEqual({ ways: ["self-pay"], noMedicare: false, noMediCalIn: 2023, isKnown: true });
  expect(commonPay([one, payOf({ yes: ["MD"] })])).toMatchObject({ ways: [], noMediCalIn: null });
  expect(commonPay([one])).toEqual(one);
});
