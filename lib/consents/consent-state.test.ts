import { expect, test } from "vitest";
import { consentState } from "./consent-state";

const until = new Date("2027-02-20T10:00:00Z");
const at = (moment: string) => new Date(moment);

test("a consent holds until its last moment and not in it", () => {
  expect(consentState({ ending: null, expiresAt: until }, at("2027-02-20T09:59:59.999Z"))).toBe("active");
  expect(consentState({ ending: null, expiresAt: until }, at("2027-02-20T10:00:00Z"))).toBe("expired");
});

test.each(["withdrawn", "narrowed", "erased"] as const)("one that was %s stays so, expired or not", (ending) => {
  expect(consentState({ ending, expiresAt: until }, at("2026-12-01T00:00:00Z"))).toBe(ending);
  expect(consentState({ ending, expiresAt: until }, at("2028-01-01T00:00:00Z"))).toBe(ending);
});
