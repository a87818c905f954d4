import { describe, expect, test } from "vitest";
import { resolveFacts } from "./facts";
import { licenseAbsenceOf, licenseStandingOf } from "./license-standing";

const LIST = "2026-08-21";
const TODAY = "2026-09-01";
const license = (expiresOn: string | null, settingCode = "RES") => ({
  isLicensed: true,
  isCertified: false,
  expiresOn,
  settingCode,
});
const standing = (...licenses: ReturnType<typeof license>[]) => licenseStandingOf(licenses, LIST, TODAY);
const factsOf = (...yes: string[]) =>
  resolveFacts([{ source: "samhsa", asOf: "2023-01-01", asOfPrecision: "year", yes, no: [], unknown: [] }]);

describe("the standing of a place's license", () => {
  test("is current while one of them is", () => {
    expect(standing(license("2026-08-31"), license("2026-09-01"))).toEqual({ state: "current" });
    expect(standing(license(null))).toEqual({ state: "current" });
  });

  test("has ended with the last of them", () => {
    expect(standing(license("2026-08-31"), license("2025-01-31"))).toEqual({ state: "ended", on: "2026-08-31" });
  });

  test("is not found in a list, or not checked without one", () => {
    expect(standing()).toEqual({ state: "not_found", listDay: LIST });
    expect(licenseStandingOf([], null, TODAY)).toEqual({ state: "not_checked" });
  });

  test("a class that we do not know counts as not found, also when it has ended", () => {
    expect(standing(license(null, "NTP"), license("2026-08-31", "NTP"))).toMatchObject({ state: "not_found" });
  });
});

describe("why a page shows no current license", () => {
  const absence = (standingNow: ReturnType<typeof standing>, ...yes: string[]) =>
    licenseAbsenceOf(standingNow, factsOf(...yes));

  test("is nothing while one is current, or when one that has ended says enough", () => {
    expect(absence(standing(license(null)), "VAMC", "LCCG")).toBeNull();
    expect(absence(standing(license("2026-08-31")), "LCCG")).toBeNull();
  });

  test("is what the place states of itself, before that it was not found", () => {
    expect(absence(standing(), "GH", "LCCG")).toMatchObject({ why: "other_authority", authority: "hospital" });
    expect(absence(standing(license("2026-08-31")), "GH")).toMatchObject({ why: "other_authority" });
    expect(absence(standing(), "LCCG")).toMatchObject({ why: "local_government", fact: { attribute: "LCCG" } });
  });

  test("is else that it was not found, or not checked", () => {
    expect(absence(standing(), "STAG")).toEqual({ why: "not_found", listDay: LIST });
    expect(absence({ state: "not_checked" })).toEqual({ why: "not_checked" });
  });
});
