import { expect, test } from "vitest";
import { listingKind } from "./kind";

test.each([
  ["OP OMB OTP RES", "opioid_treatment_program"],
  ["HI HIT RES OP", "hospital"],
  ["RES RL OP", "residential"],
  ["GH OP ORT", "outpatient"],
  ["OP", "outpatient"],
  ["", "outpatient"],
])("a place that answers %j is mainly %s", (codes, kind) => {
  expect(listingKind(new Set(codes.split(" ")))).toBe(kind);
});
