import { expect, test } from "vitest";
import { hasBeds, isLicenseClass, LICENSE_CLASSES } from "./license-class";

test("a class is known by its code as the state writes it", () => {
  expect(LICENSE_CLASSES.every(isLicenseClass)).toBe(true);
  expect(["", "res", "RESIDENTIAL", "NTP"].filter(isLicenseClass)).toEqual([]);
});

test("only classes of places where people live have beds", () => {
  expect([...LICENSE_CLASSES, "NTP"].filter(hasBeds)).toEqual(["RES", "DSS", "DPH"]);
});
