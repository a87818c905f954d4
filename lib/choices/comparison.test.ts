import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ATTRIBUTES } from "@/lib/facts/attributes";
import type { FactSheetView } from "@/lib/facts/facts";
import { agreementOf, bestLicense, COMPARED, compareFacts, mainSourceOf } from "./comparison";

const survey = (yes: string[], no: string[] = []): FactSheetView => ({
  source: "samhsa",
  asOf: "2023-01-01",
  asOfPrecision: "year",
  yes,
  no,
  unknown: [],
});
const staffCheck = (sheet: Partial<FactSheetView>): FactSheetView => ({
  ...survey([]),
  source: "staff",
  asOf: "2026-08-01",
  asOfPrecision: "day",
  ...sheet,
});

function rowOf(key: string, ...sheets: FactSheetView[][]) {
  const rows = compareFacts(sheets.map((each) => ({ sheets: each }))).flatMap((group) => group.rows);
  const row = rows.find((each) => each.key === key);
  if (!row) throw new Error(key);
  return row;
}

describe("an answer", () => {
  test("is yes when any of its codes is, with the source and date that say so", () => {
    const [answer] = rowOf("buprenorphine", [survey(["BUM"], ["BU"])]).answers;
    expect(answer).toMatchObject({ value: "yes", source: "samhsa", asOf: "2023-01-01" });
  });

  test("is no only as of the oldest of the answers that make it so", () => {
    const [answer] = rowOf("methadone", [survey([], ["MU", "MM"]), staffCheck({ no: ["MU"] })]).answers;
    expect(answer).toMatchObject({ value: "no", asOf: "2023-01-01" });
  });

  test("that staff took back is not known, and says that staff did", () => {
    const [answer] = rowOf("mediCal", [survey(["MD"]), staffCheck({ unknown: ["MD"] })]).answers;
    expect(answer).toMatchObject({ value: "unknown", source: "staff", asOf: "2026-08-01" });
  });

  test("that nobody gave has no source", () => {
    expect(rowOf("spanish", []).answers[0]).toMatchObject({ value: "unknown", source: null, asOf: null });
  });
});

describe("a difference", () => {
  test("is two known answers that are not the same", () => {
    expect(rowOf("mediCal", [survey(["MD"])], [survey([], ["MD"])], []).agreement).toBe("differs");
  });

  test("silence beside an answer is unclear, silence everywhere is the same", () => {
    expect(rowOf("mediCal", [survey(["MD"])], []).agreement).toBe("unclear");
    expect(rowOf("mediCal", [], []).agreement).toBe("same");
  });

  test("does not depend on the order of places, and one place never differs", () => {
    const values = fc.array(fc.constantFrom("yes", "no", null), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(values, (given) => {
        expect(agreementOf([...given].reverse())).toBe(agreementOf(given));
        expect(agreementOf(given.slice(0, 1))).toBe("same");
        expect(agreementOf(given) === "differs").toBe(given.includes("yes") && given.includes("no"));
      }),
    );
  });
});

test("every code that is compared is in the code book", () => {
  const codes = Object.values(COMPARED).flatMap((group) => Object.values<readonly string[]>(group).flat());
  expect(codes.filter((code) => !ATTRIBUTES.has(code))).toEqual([]);
});

test("the main source is the one most answers share", () => {
  const { answers } = rowOf("mediCal", [survey(["MD"])], [survey([], ["MD"])], [staffCheck({ yes: ["MD"] })], []);
  expect(mainSourceOf(answers)?.source).toBe("samhsa");
  expect(mainSourceOf(rowOf("mediCal", []).answers)).toBeNull();
});

test("a license in force counts before one that lasted longer, and one without an end lasts longest", () => {
  const license = (number: string, current: boolean, expiresOn: string | null) => ({
    number,
    current,
    expiresOn,
    targetPopulation: null,
    offersDetox: false,
    capacity: null,
    medicalServices: null,
    asOf: "2026-08-21",
    isLicensed: true,
    isCertified: false,
    settingCode: "RES",
  });
  const [ended, short, endless] = [
    license("ended", false, "2030-01-01"),
    license("short", true, "2027-01-01"),
    license("endless", true, null),
  ] as const;
  expect(bestLicense([ended, short])?.number).toBe("short");
  expect(bestLicense([short, endless, ended])?.number).toBe("endless");
  expect(bestLicense([])).toBeNull();
});
