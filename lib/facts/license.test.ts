import { expect, test } from "vitest";
import { allowsCare, hasLapsed, isInForce } from "./license";

const license = { isLicensed: true, isCertified: false, expiresOn: "2026-08-21" };

test("a license counts until the end of its last day, and for good without one", () => {
  expect(["2026-08-20", "2026-08-21", "2026-08-22"].map((day) => isInForce(license, day))).toEqual([true, true, false]);
  expect(hasLapsed({ expiresOn: null }, "9999-12-31")).toBe(false);
});

test("a certification alone counts, a row that is neither does not", () => {
  const is = (isLicensed: boolean, isCertified: boolean) =>
    isInForce({ isLicensed, isCertified, expiresOn: null }, "2026-08-21");
  expect([is(false, true), is(true, true), is(false, false)]).toEqual([true, true, false]);
});

test("a class that we do not know allows no care", () => {
  const allows = (settingCode: string, day = "2026-08-21") => allowsCare({ ...license, settingCode }, day);
  expect([allows("RES"), allows("NON"), allows("NTP"), allows("RES", "2026-08-22")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
