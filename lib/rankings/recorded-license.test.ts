import { expect, test } from "vitest";
import { recordedLicense } from "./recorded-license";

const TODAY = "2026-11-28";
const license = (expiresOn: string | null, current = true) => ({ expiresOn, current });
const read = (...recorded: ReturnType<typeof license>[]) => recordedLicense([license("2026-10-31")], recorded, TODAY);

test("a license that ended since the edition is known to have, with the last of the last days", () => {
  expect(read(license("2026-10-31", false))).toEqual({ state: "lapsed", on: "2026-10-31" });
  expect(read(license("2026-10-31", false), license("2025-01-31", false))).toEqual({
    state: "lapsed",
    on: "2026-10-31",
  });
});

test("one that was renewed, or another that is in force, is current until the last of their last days", () => {
  expect(read(license("2028-10-31"))).toEqual({ state: "current", until: "2028-10-31" });
  expect(read(license("2026-10-31", false), license("2027-01-31"), license("2026-12-31"))).toEqual({
    state: "current",
    until: "2027-01-31",
  });
  expect(read(license(null), license("2027-01-31"))).toEqual({ state: "current", until: null });
});

test("one that is no longer recorded, or was withdrawn before its last day, is gone", () => {
  expect(read()).toEqual({ state: "gone" });
  expect(read(license("2027-10-31", false), license(null, false))).toEqual({ state: "gone" });
});

test("says nothing of a place that the edition ranks without a license", () => {
  expect(recordedLicense([], [license("2026-10-31", false)], TODAY)).toBeNull();
  expect(recordedLicense([license("2025-10-31", false)], [license("2025-10-31", false)], TODAY)).toBeNull();
});
