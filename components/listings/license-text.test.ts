import { expect, test } from "vitest";
import { resolveFacts } from "@/lib/facts/facts";
import { licenseLine } from "./license-text";

const day = "2026-11-30";
const missing = { licenses: [], stateListAsOf: "2026-08-21", exemptionReason: null };
const answered = (yes: string[], no: string[] = []) =>
  resolveFacts([{ source: "samhsa", asOf: "2023-01-01", asOfPrecision: "year", yes, no, unknown: [] }]);

test("a methadone program without a license in the state's list is said to be certified, and no other place is", () => {
  const line = (facts: ReturnType<typeof answered>) => licenseLine("en", missing, facts, day);
  expect(line(answered(["OTP"]))).toBe(
    "Federally certified (OTP), it states · Not found in the state’s list of August 21, 2026",
  );
  for (const facts of [answered([]), answered([], ["OTP"])])
    expect(line(facts)).toBe("Not found in the state’s list of August 21, 2026");
});
