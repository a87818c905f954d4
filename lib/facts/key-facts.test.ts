import { expect, test } from "vitest";
import { resolveFacts, type FactSheetView } from "./facts";
import { keyFactsOf } from "./key-facts";

const sheet = (over: Partial<FactSheetView>): FactSheetView => ({
  source: "samhsa",
  asOf: "2023-01-01",
  asOfPrecision: "year",
  yes: [],
  no: [],
  unknown: [],
  ...over,
});

test("any code of a medication makes it a yes, and a code answered no without a yes makes it a no", () => {
  const facts = keyFactsOf(resolveFacts([sheet({ yes: ["BUM"], no: ["BU", "MU"] })]));
  expect(facts.medications).toEqual({ methadone: "no", buprenorphine: "yes", naltrexone: "unknown" });
});

test("levels of care are listed from the most to the least intensive", () => {
  expect(keyFactsOf(resolveFacts([sheet({ yes: ["ORT", "RL", "OIT"] })])).levels).toEqual([
    "residential",
    "intensive",
    "outpatient",
  ]);
});

test("a newer answer of staff replaces the survey's", () => {
  const survey = sheet({ yes: ["MD"] });
  const staff = sheet({ source: "staff", asOf: "2026-08-01", asOfPrecision: "day", no: ["MD"] });
  expect(keyFactsOf(resolveFacts([survey, staff])).mediCal).toBe("no");
});
