import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decidingFact } from "./deciding-fact";
import { resolveFacts, type FactSheetView } from "./facts";
import { FACT_GROUPS, OPTION_CODES } from "./filter-options";
import { KEEPING_CODES } from "./key-facts";

const sheet = (over: Partial<FactSheetView>): FactSheetView => ({
  source: "samhsa",
  asOf: "2023-01-01",
  asOfPrecision: "year",
  yes: [],
  no: [],
  unknown: [],
  ...over,
});
const staff = (over: Partial<FactSheetView>) =>
  sheet({ source: "staff", asOf: "2026-08-01", asOfPrecision: "day", ...over });
const decided = (codes: readonly string[], ...sheets: FactSheetView[]) => decidingFact(resolveFacts(sheets), codes);

describe("a question that several codes answer", () => {
  test("is decided by its newest yes, and else by the oldest no", () => {
    const survey = sheet({ yes: ["BUM"], no: ["BU", "UB"] });
    expect(decided(["BU", "BUM", "UB"], survey)).toMatchObject({ attribute: "BUM", value: "yes" });
    const refused = decided(["DB", "BUM"], sheet({ no: ["DB", "BUM"] }), staff({ no: ["BUM"] }));
    expect(refused).toMatchObject({ value: "no", asOf: "2023-01-01" });
  });

  test("is a no as soon as one part of the survey says no to all of its codes there", () => {
    // MU and MM stand in two questions of the survey.
    expect(decided(["MU", "MM"], sheet({ no: ["MU"] })).value).toBe("no");
    expect(decided(["MM", "OTP", "MOA"], staff({ no: ["MM"] })).value).toBe("unknown");
  });

  test("stays open where an answer was set back, by staff or because the place contradicts itself", () => {
    expect(decided(["MU", "MM"], sheet({ no: ["MU", "MM"] }), staff({ unknown: ["MM"] })).value).toBe("unknown");
    const contradicting = sheet({ yes: ["NMOA", "BUM"], no: ["MOA"] });
    expect(decided(KEEPING_CODES["on-buprenorphine"], contradicting)).toMatchObject({
      value: "unknown",
      doubt: "contradicts_itself",
    });
  });
});

test("what nobody said is a no to no option", () => {
  const options = FACT_GROUPS.flatMap((group) => Object.values<readonly string[]>(OPTION_CODES[group]));
  const answers = fc.record({ codes: fc.constantFrom(...options), no: fc.double({ min: 0, max: 1, noNaN: true }) });
  fc.assert(
    fc.property(answers, ({ codes, no }) => {
      const refused = codes.slice(0, Math.round(no * codes.length));
      const { value } = decided(codes, sheet({ no: refused }));
      expect(value === "no" ? refused.length > 0 : value === "unknown").toBe(true);
      expect(decided(codes, sheet({})).value).toBe("unknown");
    }),
  );
  const keeping = Object.values<readonly string[]>(KEEPING_CODES);
  for (const codes of keeping)
    for (const silent of codes)
      expect(decided(codes, sheet({ no: codes.filter((code) => code !== silent) })).value).toBe("unknown");
});
