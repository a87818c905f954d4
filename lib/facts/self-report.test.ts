import { expect, test } from "vitest";
import { resolveFacts, type FactSource } from "./facts";
import type { LicenseStanding } from "./license-standing";
import { selfReportNotes } from "./self-report";

const NOT_FOUND = { state: "not_found", listDay: "2026-08-21" } as const;

function notes(yes: string[], no: string[] = [], standing: LicenseStanding = NOT_FOUND, source: FactSource = "samhsa") {
  const sheet = { source, asOf: "2023-01-01", asOfPrecision: "year" as const, yes, no, unknown: [] };
  return [...selfReportNotes(resolveFacts([sheet]), standing)];
}

test("a place that says the state's agency licenses it has a note while we know no current license", () => {
  const ended = { state: "ended", on: "2026-08-31" } as const;
  expect(notes(["STAG"])).toEqual([["STAG", NOT_FOUND]]);
  expect(notes(["STAG"], [], ended)).toEqual([["STAG", ended]]);
  expect(notes(["STAG"], [], { state: "current" })).toEqual([]);
  expect(notes([], ["STAG"])).toEqual([]);
});

test("a place's word on its certification has a note where it differs from the directory's", () => {
  const note = [["SOTP", "self_reported"]];
  expect([notes(["SOTP"]), notes(["SOTP"], ["OTP"]), notes(["OTP"], ["SOTP"])]).toEqual([note, note, note]);
  expect([notes(["SOTP", "OTP"]), notes([], ["SOTP", "OTP"]), notes(["OTP"])]).toEqual([[], [], []]);
});

test("what our staff found out is no report of the place", () => {
  expect(notes(["STAG", "SOTP"], [], NOT_FOUND, "staff")).toEqual([]);
});
