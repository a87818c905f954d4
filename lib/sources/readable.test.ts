import fc from "fast-check";
import { expect, test } from "vitest";
import { readableName, readableStreet } from "./readable";

test.each([
  ["REGGIE'S RECOVERY II, LLC", "Reggie's Recovery II, LLC"],
  ["THE BEACON HOUSE ASSOCIATION OF SAN PEDRO", "The Beacon House Association of San Pedro"],
  ["LA CIENEGA RECOVERY", "La Cienega Recovery"],
  ["REIGN RECOVERY LA", "Reign Recovery LA"],
  ["R&R WELLNESS CENTER", "R&R Wellness Center"],
  ["CLINICA MSR. OSCAR A. ROMERO", "Clinica Msr. Oscar A. Romero"],
  ["PATH2 RECOVERY CENTER LLC", "Path2 Recovery Center LLC"],
  ["BHS HOLLYWOOD IOP", "BHS Hollywood IOP"],
  ["MCINTYRE HOUSE", "McIntyre House"],
  ["DBA OF", "Dba Of"],
  ["iHeal Recovery, LLC", "iHeal Recovery, LLC"],
])("the name %s is written %s", (capitals, written) => {
  expect(readableName(capitals)).toBe(written);
});

test.each([
  ["411 W 10TH ST", "411 W 10th St"],
  ["24458 1/4 LYONS AVENUE", "24458 1/4 Lyons Avenue"],
  ["SUITES 101 AND 102A", "Suites 101 and 102A"],
  ["12021 S. WILMINGTON AVENUE", "12021 S. Wilmington Avenue"],
  ["VA BUILDING 116", "VA Building 116"],
])("the line %s is written %s", (capitals, written) => {
  expect(readableStreet(capitals)).toBe(written);
});

test("only capitals change, and what was written stays as it is", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z0-9 .,&'/#-]{0,40}$/), (text) => {
      for (const write of [readableName, readableStreet]) {
        expect(write(text).toUpperCase()).toBe(text);
        expect(write(write(text))).toBe(write(text));
      }
    }),
  );
});
