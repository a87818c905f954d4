import { expect, test } from "vitest";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { resolveFacts, type FactSheetView } from "./facts";
import { NOT_OPIOIDS, treatsOpioids } from "./treats-opioids";

const place = (answers: Partial<FactSheetView>) =>
  resolveFacts([
    { source: "samhsa", asOf: "2024-01-01", asOfPrecision: "year", yes: [], no: [], unknown: [], ...answers },
  ]);

test("the places that come last are those that the ranking's first gate leaves out", () => {
  expect(METHOD_V1.gates.treatsOpioidUseDisorder.noneOf).toEqual([...NOT_OPIOIDS]);
});

test("a place treats opioid use disorder unless it says that it does not", () => {
  for (const code of NOT_OPIOIDS) {
    expect(treatsOpioids(place({ yes: [code, "BU"] }))).toBe(false);
    expect(treatsOpioids(place({ no: [code] }))).toBe(true);
  }
  expect(treatsOpioids(place({}))).toBe(true);
});
