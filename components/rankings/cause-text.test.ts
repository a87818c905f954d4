import { describe, expect, test } from "vitest";
import type { Cause } from "@/lib/rankings/causes";
import type { Locale } from "@/lib/shared/i18n";
import { causeText } from "./cause-text";

const CONTEXT = {
  criterionNames: new Map([["naloxone", { en: "Naloxone", es: "Naloxona" }]]),
  methodVersions: { from: 1, to: 2 },
};
const survey = { source: "samhsa", asOf: "2023-01-01", asOfPrecision: "year" } as const;
const check = { source: "staff", asOf: "2026-05-01", asOfPrecision: "day" } as const;
const license = { class: "NON", current: true, expiresOn: "2028-10-31", asOf: "2026-08-21" };
const expired = { ...license, current: false, expiresOn: "2026-10-31" };

const text = (cause: Cause, { locale = "en", alone = true }: { locale?: Locale; alone?: boolean } = {}) =>
  causeText(locale, cause, CONTEXT, alone);

describe("a cause in words", () => {
  test("of an answer has both answers, the source and the date of the new one", () => {
    const cause: Cause = {
      type: "answer",
      key: "naloxone",
      from: { value: "no", ...survey },
      to: { value: "yes", ...check },
      ruleChanged: false,
    };
    expect(text(cause)).toMatch(/^Naloxone: from “No” to “Yes” \(.*, May 1, 2026\)\.$/);
    expect(text(cause, { locale: "es" })).toMatch(/^Naloxona: de «No» a «Sí» \(.*1 de mayo de 2026\)\.$/);
    expect(text({ ...cause, ruleChanged: true })).toContain("in another way now");
  });

  test("of an answer that is gone has the source it had", () => {
    const unknown = { value: "unknown", source: null, asOf: null, asOfPrecision: null } as const;
    const cause: Cause = {
      type: "answer",
      key: "cbt",
      from: { value: "yes", ...survey },
      to: unknown,
      ruleChanged: false,
    };
    expect(text(cause)).toMatch(/from “Yes” to “Not known” \(.*2023\)\.$/);
  });

  test.each([
    [null, license, "License 19A is current in the state’s list of August 21, 2026."],
    [expired, license, "License 19A is current again in the state’s list of August 21, 2026."],
    [license, expired, "License 19A ran out on October 31, 2026."],
    [license, { ...expired, expiresOn: null }, "License 19A is no longer current."],
    [license, null, "License 19A is no longer found for this place."],
    [license, { ...license, class: "RES" }, "License 19A is of another class in the state’s list: RES after NON."],
  ])("of a license from %j to %j", (from, to, words) => {
    expect(text({ type: "license", number: "19A", from, to })).toBe(words);
  });

  test("of another kind names both", () => {
    expect(text({ type: "kind", from: "outpatient", to: "hospital" })).toBe(
      "Its kind of care: Hospital after Outpatient.",
    );
  });

  test("of a gate has the reason and its detail", () => {
    const gate = { reason: "license_expired", detail: "2026-10-31" } as const;
    expect(text({ type: "gate", from: null, to: gate })).toBe(
      "It fails a gate now: License ended (ended October 31, 2026).",
    );
    expect(text({ type: "gate", from: gate, to: null })).toContain(
      "It passes the gate it failed before: License ended",
    );
  });

  test.each<[Cause, string]>([
    [{ type: "exemption", from: null, to: "VA" }, "Our staff entered an exemption with its source: VA."],
    [{ type: "record", is: "added" }, "It is new in our records."],
    [{ type: "method" }, "The method changed, from version 1 to version 2."],
    [
      { type: "rate", from: 0.62, to: 0.615 },
      "Its own facts did not change. The typical rate for what is not known went from 62.0% to 61.5%.",
    ],
    [{ type: "others" }, "Its own facts did not change. Other programs moved."],
    [{ type: "members", from: 1, to: 12 }, "Its program now has 12 addresses. Before it had one, or others."],
  ])("%j", (cause, words) => {
    expect(text(cause)).toBe(words);
  });

  test("of others beside a place's own causes does not say that nothing changed", () => {
    expect(text({ type: "others" }, { alone: false })).toBe("Other programs moved too.");
  });
});
