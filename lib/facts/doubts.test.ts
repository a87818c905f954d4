import fc from "fast-check";
import { expect, test } from "vitest";
import { resolveFacts, type FactSheetView } from "./facts";

const sheet = (yes: string[], no: string[] = [], changes: Partial<FactSheetView> = {}): FactSheetView => ({
  source: "samhsa",
  asOf: "2023-01-01",
  asOfPrecision: "year",
  yes,
  no,
  unknown: [],
  ...changes,
});
const staff = { source: "staff", asOf: "2026-05-01", asOfPrecision: "day" } as const;
const told = (...sheets: FactSheetView[]) =>
  Object.fromEntries([...resolveFacts(sheets)].map(([code, { value, doubt }]) => [code, doubt ?? value]));

test.each(["BU", "MU", "UB", "BUM"])("no medication at all, and %s, is a place that contradicts itself", (code) => {
  expect(told(sheet(["NMOA", code, "NU"]))).toEqual({
    NMOA: "contradicts_itself",
    [code]: "contradicts_itself",
    NU: "yes",
  });
});

test("what is said keeps its source, and is not known", () => {
  expect(resolveFacts([sheet(["NMOA", "BU"])]).get("BU")).toEqual({
    attribute: "BU",
    value: "unknown",
    source: "samhsa",
    asOf: "2023-01-01",
    asOfPrecision: "year",
    doubt: "contradicts_itself",
  });
});

test("a later answer contradicts nothing: it is another", () => {
  expect(told(sheet(["NMOA"], ["BU"]), sheet(["BU"], [], staff))).toEqual({ NMOA: "yes", BU: "yes" });
  expect(told(sheet(["NMOA", "BU"]), sheet([], ["NMOA"], staff))).toEqual({ NMOA: "no", BU: "yes" });
});

test("an opioid treatment program that says it examines nobody is unknown in that, unless our staff checked", () => {
  expect(told(sheet(["OTP"], ["MHPA"]))).toEqual({ OTP: "yes", MHPA: "against_federal_rule" });
  expect(told(sheet(["OTP"]), sheet([], ["MHPA"], staff))).toEqual({ OTP: "yes", MHPA: "no" });
  expect(told(sheet([], ["OTP", "MHPA"]))).toEqual({ OTP: "no", MHPA: "no" });
});

test("nothing else is ever doubted, and no doubt makes a yes or a no", () => {
  const codes = ["NMOA", "BU", "MU", "UB", "BUM", "OTP", "MHPA", "NU", "MM", "CBT"];
  fc.assert(
    fc.property(fc.subarray(codes), (yes) => {
      const no = codes.filter((code) => !yes.includes(code));
      for (const [code, fact] of resolveFacts([sheet(yes, no)])) {
        const said = yes.includes(code) ? "yes" : "no";
        expect(fact.value).toBe(fact.doubt ? "unknown" : said);
        expect(fact.doubt && ["NU", "MM", "CBT", "OTP"].includes(code)).toBeFalsy();
      }
    }),
  );
});
