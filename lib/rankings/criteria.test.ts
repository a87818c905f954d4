import { describe, expect, test } from "vitest";
import { resolveFacts, type FactSheetView } from "@/lib/facts/facts";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import type { Subject } from "./authorization";
import { evaluateCriteria } from "./criteria";
import type { CriterionResult } from "./schema";

const survey = (yes: string[], no: string[] = []): FactSheetView => {
  return { source: "samhsa", asOf: "2023-01-01", asOfPrecision: "year", yes, no, unknown: [] };
};
const check = (sheet: Partial<FactSheetView>): FactSheetView => {
  return { source: "staff", asOf: "2026-05-01", asOfPrecision: "day", yes: [], no: [], unknown: [], ...sheet };
};
const license = (current: boolean) => {
  return {
    number: "190001AN",
    class: "NON",
    expiresOn: "2027-01-31",
    current,
    asOf: "2026-08-21",
    asOfPrecision: "day",
  } as const;
};

function answer(
  key: string,
  sheets: FactSheetView[],
  licenses: Subject["licenses"] = [],
  changes: Partial<Subject> = {},
): CriterionResult {
  const place = { kind: "outpatient", exemption: null, stateListAsOf: "2026-08-21" } as const;
  const subject = { ...place, facts: resolveFacts(sheets), licenses, ...changes };
  const found = evaluateCriteria(METHOD_V1, subject).find((each) => each.key === key);
  if (!found) throw new Error(`Method 1 has no criterion "${key}".`);
  return found;
}

describe("a criterion", () => {
  test("is a yes, with its source and date, when any of its codes is", () => {
    expect(answer("infection-tests", [survey(["HCT"], ["HIVT"])])).toEqual({
      key: "infection-tests",
      value: "yes",
      points: 2,
      maximum: 2,
      source: "samhsa",
      asOf: "2023-01-01",
      asOfPrecision: "year",
    });
  });

  test("is a no when the category was answered without it, be it by another code's yes alone", () => {
    expect(answer("cbt", [survey(["TELE"], ["CBT"])])).toMatchObject({ value: "no", points: 0, source: "samhsa" });
    expect(answer("cbt", [survey(["TELE"])])).toMatchObject({ value: "no", asOf: "2023-01-01" });
  });

  test("is unknown, without source or date, when the category was not answered", () => {
    expect(answer("cbt", [survey(["MD"])])).toMatchObject({ value: "unknown", points: 0, source: null, asOf: null });
  });

  test("is unknown when a staff check found that its answer cannot be known", () => {
    const sheets = [survey(["CBT", "TELE"]), check({ unknown: ["CBT"] })];
    expect(answer("cbt", sheets)).toMatchObject({ value: "unknown", source: "staff", asOf: "2026-05-01" });
  });

  test("takes the date of the newest yes", () => {
    const sheets = [survey(["HIVT"], ["HCT"]), check({ yes: ["HCT"] })];
    expect(answer("infection-tests", sheets)).toMatchObject({ value: "yes", source: "staff", asOf: "2026-05-01" });
  });

  test("that is a no in every part is as old as its oldest part", () => {
    const sheets = [survey(["STDT"], ["HIVT", "HCT"]), check({ no: ["HCT"] })];
    expect(answer("infection-tests", sheets)).toMatchObject({ value: "no", asOf: "2023-01-01" });
  });
});

describe("medication", () => {
  test("is unknown where only the medications are answered and none is methadone or buprenorphine", () => {
    expect(answer("methadone-or-buprenorphine", [survey(["NU"], ["MU", "BU"])]).value).toBe("unknown");
    expect(answer("methadone-or-buprenorphine", [survey(["BU"], ["MU", "NU"])]).value).toBe("yes");
    expect(answer("methadone-or-buprenorphine", [survey(["NMOA"])]).value).toBe("no");
  });

  test("needs two different medications for a choice, not two words for one", () => {
    expect(answer("choice-of-medication", [survey(["BU", "BUM", "UB"], ["MU", "NU"])]).value).toBe("no");
    expect(answer("choice-of-medication", [survey(["BUM", "RPN"])]).value).toBe("yes");
    expect(answer("choice-of-medication", [survey(["MD"])]).value).toBe("unknown");
  });

  test("makes a choice only as fresh as its second medication", () => {
    const sheets = [survey(["BU"], ["MU"]), check({ yes: ["NU"] })];
    expect(answer("choice-of-medication", sheets)).toMatchObject({ value: "yes", source: "samhsa" });
  });
});

describe("levels of care", () => {
  test("count what is done: two lengths of stay are one level, detox and residential are two", () => {
    expect(answer("levels-of-care", [survey(["RES", "RL", "RS"])]).value).toBe("no");
    expect(answer("levels-of-care", [survey(["OP", "ORT"])]).value).toBe("no");
    expect(answer("levels-of-care", [survey(["RES", "RD", "RS"])]).value).toBe("yes");
    expect(answer("levels-of-care", [survey(["OP", "ORT", "OMB"])]).value).toBe("yes");
  });
});

describe("the license", () => {
  test("comes from the state's list, with the list's date", () => {
    expect(answer("state-license", [survey(["OTP"])], [license(true)])).toMatchObject({
      value: "yes",
      points: 8,
      source: "dhcs",
      asOf: "2026-08-21",
    });
  });

  test("rests on the certification where the state's list has none", () => {
    expect(answer("state-license", [survey(["OTP"])], [license(false)])).toMatchObject({
      value: "yes",
      source: "samhsa",
    });
  });

  test("is never unknown, and a place's own word is not proof", () => {
    expect(answer("state-license", [survey(["STAG", "SOTP"])])).toMatchObject({
      value: "no",
      source: "dhcs",
      asOf: "2026-08-21",
    });
  });
});
