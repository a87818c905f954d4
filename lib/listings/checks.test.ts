import { expect, test } from "vitest";
import { sheetOf } from "./checks";

const check = (attribute: string, value: string, evidence = "Intake said so.") => ({ attribute, value, evidence });

test("without a check there is no sheet", () => {
  expect(sheetOf([])).toBeNull();
});

test("each attribute stands under its answer, with all that was noted", () => {
  expect(sheetOf([check("MU", "no"), check("BU", "yes"), check("NU", "unknown", "They\nwould not say.")])).toEqual({
    yes: ["BU"],
    no: ["MU"],
    unknown: ["NU"],
    evidence: "MU: Intake said so.\nBU: Intake said so.\nNU: They\nwould not say.",
  });
});

test("of two checks of one attribute the later stands; without it the earlier does again", () => {
  const checks = [check("BU", "yes"), check("BU", "no"), check("BU", "unknown")];
  expect(sheetOf(checks)).toMatchObject({ yes: [], no: [], unknown: ["BU"] });
  expect(sheetOf(checks.slice(0, 2))).toMatchObject({ yes: [], no: ["BU"], unknown: [] });
  expect(sheetOf(checks.slice(0, 1))).toMatchObject({ yes: ["BU"], no: [], unknown: [] });
});
