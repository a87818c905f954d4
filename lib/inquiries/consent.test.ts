import { expect, test } from "vitest";
import { consentExpiry, consentOf, currentConsent } from "./consent";

test("the consent is asked for in the owner's words", () => {
  expect(currentConsent("en")).toEqual({
    version: "2026-11-22.1",
    locale: "en",
    text: "I give permission to Best Heroin Rehab to reach out to firms on my behalf.",
  });
});

test("Spanish has its own sentence", () => {
  expect(currentConsent("es").text).toMatch(/^Doy permiso a Best Heroin Rehab /);
});

test("a version that was shown is found again, another is not", () => {
  const { version, text } = currentConsent("es");
  expect(consentOf("es", version)?.text).toBe(text);
  expect(consentOf("es", "2020-01-01.1")).toBeNull();
});

test("a consent ends after 90 days", () => {
  expect(consentExpiry(new Date("2026-11-22T10:00:00Z"))).toEqual(new Date("2027-02-20T10:00:00Z"));
});
