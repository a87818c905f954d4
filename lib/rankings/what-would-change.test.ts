import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { subjectOf } from "./authorization";
import { evaluateCriteria } from "./criteria";
import type { FrozenRecord, RankingInput } from "./schema";
import { roundScore, scoreOf, tallyOf } from "./score";
import { whatWouldChange } from "./what-would-change";

const JUDGED_ON = "2026-08-21";
const CODES = METHOD_V1.categories.flatMap(({ codes }) => codes);

/** What an edition would freeze of a place with these answers. */
function recordOf(yes: string[], changes: Partial<RankingInput> = {}): FrozenRecord {
  const stated = { source: "samhsa", asOf: "2024-01-01", asOfPrecision: "year" } as const;
  const survey = { ...stated, yes, no: [], unknown: [] };
  const place = {
    slug: "a",
    name: "A",
    unit: null,
    kind: "outpatient",
    operator: null,
    phone: null,
    position: null,
  } as const;
  const open = { closed: null, exemption: null, leftOutOf: null };
  const input: RankingInput = { ...place, ...open, licenses: [], sheets: [survey], ...changes };
  const criteria = evaluateCriteria(METHOD_V1, subjectOf(input, JUDGED_ON));
  return { judgedOn: JUDGED_ON, stateListAsOf: JUDGED_ON, input, criteria };
}
/** Of a program with one address. */
const changeOf = (record: FrozenRecord, prior: number, method = METHOD_V1) =>
  whatWouldChange(method, record, record.criteria, prior);
const license = (expiresOn: string | null, current = true) => {
  return { number: `${expiresOn}`, class: "NON", expiresOn, current, asOf: JUDGED_ON, asOfPrecision: "day" } as const;
};
const RICH = "BUM BU ACC CMHA DAUT JC WN CBT ORT SHG GCO CM MD PA SP".split(" ");

describe("another answer", () => {
  test("of any place is worth exactly what the score computed anew with it says", () => {
    fc.assert(
      fc.property(fc.subarray(CODES), fc.double({ min: 0, max: 1, noNaN: true }), (codes, prior) => {
        const record = recordOf(codes);
        const scoreWith = (key: string, value: "yes" | "no") =>
          scoreOf(tallyOf(record.criteria.map((each) => (each.key === key ? { ...each, value } : each))), prior).score;
        const now = scoreOf(tallyOf(record.criteria), prior).score;
        const { answers } = changeOf(record, prior);
        expect(answers.map(({ key }) => key).toSorted()).toEqual(
          record.criteria
            .filter(({ value }) => value !== "yes")
            .map(({ key }) => key)
            .toSorted(),
        );
        for (const { key, yes, no } of answers) {
          expect(now + yes.points).toBeCloseTo(scoreWith(key, "yes"), 9);
          expect(yes.score).toBe(roundScore(scoreWith(key, "yes")));
          if (!no) continue;
          expect(now + no.points).toBeCloseTo(scoreWith(key, "no"), 9);
          expect(no.score).toBe(roundScore(scoreWith(key, "no")));
        }
      }),
    );
  });

  test("comes with the largest gain first: a no wins all its points, an unknown only what it lacks", () => {
    const { answers } = changeOf(recordOf(["NMOA"]), 0.5);
    expect(answers[0]).toMatchObject({ key: "methadone-or-buprenorphine", value: "no", no: null });
    expect(answers[0]?.yes.points).toBe(14);
    const gains = answers.map(({ yes }) => yes.points);
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));
    expect(answers.find(({ key }) => key === "medi-cal")).toMatchObject({
      value: "unknown",
      yes: { points: 2.5 },
      no: { points: -2.5 },
    });
  });
});

describe("the gates", () => {
  test("a place whose last license ends falls out after that day, unless something else authorizes it", () => {
    const until = (changes: Partial<RankingInput>, codes = RICH) =>
      changeOf(recordOf(codes, changes), 0.6).authorizedUntil;
    expect(until({ licenses: [license("2026-10-31"), license("2027-01-31"), license("2025-01-31", false)] })).toBe(
      "2027-01-31",
    );
    expect(until({ licenses: [license("2026-10-31"), license(null)] })).toBeNull();
    const kind = "opioid_treatment_program";
    expect(until({ licenses: [license("2026-10-31")], kind }, [...RICH, "OTP"])).toBeNull();
    expect(until({ licenses: [license("2026-10-31")] }, [...RICH, "FQHC"])).toBeNull();
    const exemption = { reason: "VA", url: "https://example.org" };
    expect(until({ licenses: [license("2026-10-31")], exemption })).toBeNull();
  });

  test("a place near the bound of what must be known says how near", () => {
    const enough = recordOf(RICH, { licenses: [license(null)] });
    expect(changeOf(enough, 0.6)).toMatchObject({ failed: [], missingPoints: 0, sparePoints: null });
    const { known } = tallyOf(enough.criteria);
    const method = { ...METHOD_V1, constants: { ...METHOD_V1.constants, minimumKnownShare: (known - 3) / 100 } };
    expect(changeOf(enough, 0.6, method)).toMatchObject({ sparePoints: 3 });
  });

  test("a place that is not ranked names every gate it fails, and how much is missing", () => {
    const record = recordOf(["NOOP"], { closed: { on: "2026-01-01", reason: "Closed." } });
    const { failed, missingPoints, authorizedUntil, sparePoints } = changeOf(record, 0.6);
    expect(failed).toEqual([
      { reason: "does_not_treat_opioid_use_disorder", detail: "NOOP" },
      { reason: "closed", detail: "2026-01-01" },
      { reason: "no_current_authorization", detail: null },
      { reason: "not_enough_known", detail: "38" },
    ]);
    expect({ missingPoints, authorizedUntil, sparePoints }).toEqual({
      missingPoints: 22,
      authorizedUntil: null,
      sparePoints: null,
    });
  });
});
