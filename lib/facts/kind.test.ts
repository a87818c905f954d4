import { expect, test } from "vitest";
import { listingKind } from "./kind";

test.each([
  ["OP OMB OTP RES", "RES", "opioid_treatment_program"],
  ["OTP HLA HI", "", "opioid_treatment_program"],
  ["HLA HI HIT RES OP", "", "hospital"],
  ["PSYH HID", "NON", "hospital"],
  ["GH HIT RES OP", "RES", "hospital"],
  ["HI HIT RES OP", "", "residential"],
  ["RES RL OP", "", "residential"],
  ["RES RL OP", "RES NON", "residential"],
  ["RES", "NON", "residential"],
  ["RES RL OP", "NON", "outpatient"],
  ["RD ODT", "NON", "outpatient"],
  ["RES OP VAMC FED", "NON", "residential"],
  ["RES OP HLA", "NON", "residential"],
  ["RES OP FQHC", "NON", "residential"],
  ["OP", "RES", "residential"],
  ["OP", "DSS", "residential"],
  ["OP", "DPH NON", "residential"],
  ["OP", "XYZ", "outpatient"],
  ["HI", "", "outpatient"],
  ["GH OP ORT", "", "outpatient"],
  ["OP", "NON", "outpatient"],
  ["", "", "outpatient"],
])("a place that answers %j and has licenses of class %j is mainly %s", (codes, classes, kind) => {
  expect(listingKind(new Set(codes.split(" ")), classes.split(" "))).toBe(kind);
});
