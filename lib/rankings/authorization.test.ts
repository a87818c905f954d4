// The gate "authorized now" and the criterion about licenses, by kind of care, class of the license and what the place
// says of itself.

import fc from "fast-check";
import { expect, test } from "vitest";
import { isClassFor, LISTING_KINDS, type ListingKind } from "@/lib/facts/kind";
import { LICENSE_CLASSES } from "@/lib/facts/license-class";
import { OTHER_AUTHORITIES } from "@/lib/facts/other-authority";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { authorizationOf, claimsResidential, subjectOf } from "./authorization";
import { evaluateCriteria } from "./criteria";
import { failedGates } from "./gates";
import type { RankingInput } from "./schema";
import { tallyOf } from "./score";

const LIST = "2026-08-21";

interface Case {
  kind?: ListingKind;
  /** Current licenses. */
  classes?: string[];
  codes?: string[];
  changes?: Partial<RankingInput>;
}

function place({ kind = "outpatient", classes = [], codes = [], changes = {} }: Case): RankingInput {
  const survey = { source: "samhsa", asOf: "2023-01-01", asOfPrecision: "year", no: [], unknown: [] } as const;
  const nothing = { unit: null, operator: null, phone: null, position: null, closed: null } as const;
  const licenses = classes.map((each) => ({ number: each, class: each, current: true, expiresOn: null, ...OF_LIST }));
  const sheets = [{ ...survey, no: [], unknown: [], yes: ["BU", ...codes] }];
  return { slug: "a", name: "A", kind, ...nothing, exemption: null, leftOutOf: null, licenses, sheets, ...changes };
}
const OF_LIST = { asOf: LIST, asOfPrecision: "day" } as const;

/** "ranked as RES: yes": what authorizes it or the reason, and the answer about its license. */
function judge(given: Case): string {
  const input = place(given);
  const subject = subjectOf(input, LIST);
  const criteria = evaluateCriteria(METHOD_V1, subject);
  const license = criteria.find(({ key }) => key === "state-license");
  const failed = failedGates(METHOD_V1, input, subject, tallyOf(criteria)).filter(
    ({ reason }) => reason !== "not_enough_known",
  );
  const authorization = authorizationOf(METHOD_V1, subject);
  const by = authorization && ("key" in authorization ? authorization.key : authorization.by);
  return `${by ?? failed.map(({ reason, detail }) => [reason, detail].filter(Boolean).join(" ")).join()}: ${license?.value}`;
}

test.each<[ListingKind, string, string]>([
  ["outpatient", "NON", "license: yes"],
  ["outpatient", "RES", "license: yes"],
  ["outpatient", "DSS", "no_current_authorization: no"],
  ["outpatient", "DPH", "no_current_authorization: no"],
  ["residential", "RES", "license: yes"],
  ["residential", "DSS", "license: yes"],
  ["residential", "DPH", "license: yes"],
  ["residential", "NON", "outpatient_certificate_only: no"],
  ["residential", "XYZ", "no_current_authorization: no"],
  ["hospital", "NON", "outpatient_certificate_only: no"],
  ["hospital", "RES", "license: yes"],
])("of a place that is %s, a license of class %s is worth %s", (kind, settingCode, outcome) => {
  expect(judge({ kind, classes: [settingCode] })).toBe(outcome);
});

test.each(["NON", "RES", "DSS", "DPH"])("class %s is no certification of an opioid treatment program", (each) => {
  const kind = "opioid_treatment_program";
  expect(judge({ kind, classes: [each], codes: ["OTP"] })).toBe("certification: yes");
  expect(judge({ kind, codes: ["OTP"] })).toBe("certification: yes");
  expect(judge({ kind, classes: [each] })).toMatch(/: no$/);
});

test.each([
  ["VAMC", "federal"],
  ["FED", "federal"],
  ["DDF", "federal"],
  ["IH", "tribal"],
  ["HLA", "hospital"],
  ["GH", "hospital"],
  ["PSYH", "hospital"],
  ["FQHC", "health-center"],
])("a place that states %s is authorized elsewhere, and the state's list cannot tell", (code, authority) => {
  for (const kind of ["outpatient", "residential", "hospital"] as const) {
    expect(judge({ kind, codes: [code] })).toBe(`${authority}: unknown`);
    expect(judge({ kind, codes: [code, "LCCG"] })).toBe(`${authority}: unknown`);
  }
  expect(judge({ codes: [code], classes: ["NON"] })).toBe("license: yes");
  expect(judge({ kind: "residential", codes: [code], classes: ["NON"] })).toBe(`${authority}: unknown`);
});

test("its answer has the source that says so, and the authority's key", () => {
  const criteria = evaluateCriteria(METHOD_V1, subjectOf(place({ codes: ["FQHC"] }), LIST));
  expect(criteria.find(({ key }) => key === "state-license")).toEqual({
    key: "state-license",
    value: "unknown",
    authority: "health-center",
    points: 0,
    maximum: 8,
    source: "samhsa",
    asOf: "2023-01-01",
    asOfPrecision: "year",
  });
});

test("a local government's place is not checked, until staff enter an exemption or a license is found", () => {
  const codes = ["LCCG"];
  expect(judge({ codes })).toBe("not_checked: no");
  const exemption = { reason: "A county clinic", url: "https://example.org" };
  expect(judge({ codes, changes: { exemption } })).toBe("exemption: unknown");
  expect(judge({ codes, classes: ["NON"] })).toBe("license: yes");
});

test("nor is a clinic of a health plan", () => {
  expect(judge({ changes: { name: "Kaiser Permanente Bellflower Med Ctr" } })).toBe("not_checked: no");
  expect(judge({ changes: { name: "Friends of Kaiser Permanente" } })).toBe("no_current_authorization: no");
});

test("what a place says of a state license or certification is no proof", () => {
  for (const kind of LISTING_KINDS)
    expect(judge({ kind, codes: ["STAG", "SOTP", "STDH"] })).toMatch(/^no_current.*: no$/);
});

test("a license that ended before the list's day is named with its day; one that ended since still counts", () => {
  const license = { number: "1", class: "NON", ...OF_LIST };
  const ended = { licenses: [{ ...license, current: false, expiresOn: "2026-08-20" }] };
  expect(judge({ changes: ended })).toBe("license_expired 2026-08-20: no");
  const since = { licenses: [{ ...license, current: true, expiresOn: "2026-08-21" }] };
  expect(judge({ changes: since })).toBe("license: yes");
  // The row neither licenses nor certifies.
  const idle = { licenses: [{ ...license, current: false, expiresOn: "2027-08-20" }] };
  expect(judge({ changes: idle })).toBe("no_current_authorization: no");
});

test("the first method and the pages have the same authorities, and the same classes for each kind", () => {
  const { otherAuthorities, licenseClasses } = METHOD_V1.gates.authorized;
  expect(otherAuthorities.map(({ codes }) => codes)).toEqual(Object.values(OTHER_AUTHORITIES));
  const classes = ([kind, listed]: [string, string[]]) => [kind, listed.toSorted()];
  // A certification alone makes an opioid treatment program; the pages ask what it offers beside that.
  const { opioid_treatment_program: ofPrograms, ...others } = licenseClasses;
  expect(ofPrograms).toEqual([]);
  expect(Object.entries(others).map(classes)).toEqual(
    (["outpatient", "residential", "hospital"] as const).map((kind) =>
      classes([kind, LICENSE_CLASSES.filter((each) => isClassFor(kind, each))]),
    ),
  );
});

test("a place without residential license that says people can live there is marked", () => {
  const claims = (given: Case) => claimsResidential(METHOD_V1, subjectOf(place(given), LIST));
  expect(claims({ codes: ["RL", "OP"], classes: ["NON"] })).toBe(true);
  expect(claims({ kind: "opioid_treatment_program", codes: ["RES", "OTP"] })).toBe(true);
  expect(claims({ codes: ["OP"], classes: ["NON"] })).toBe(false);
  expect(claims({ codes: ["RL"], classes: ["NON", "RES"] })).toBe(false);
  expect(claims({ codes: ["RL", "FQHC"], classes: ["NON"] })).toBe(false);
  expect(claims({ kind: "residential", codes: ["RL"], classes: ["RES"] })).toBe(false);
  expect(claims({ kind: "hospital", codes: ["RL", "GH"] })).toBe(false);
});

test("the license's points are won exactly when the gate is passed by the state's list or by certification", () => {
  const codes = ["OTP", "FQHC", "GH", "VAMC", "IH", "LCCG", "STAG", "RES", "OP"];
  fc.assert(
    fc.property(
      fc.constantFrom(...LISTING_KINDS),
      fc.subarray(["RES", "NON", "DSS", "DPH", "XYZ"]),
      fc.subarray(codes),
      fc.boolean(),
      (kind, classes, stated, isExempt) => {
        const exemption = isExempt ? { reason: "A reason", url: null } : null;
        const given = {
          kind,
          classes,
          codes: stated.filter((code) => kind === "opioid_treatment_program" || code !== "OTP"),
        };
        const [by, value] = judge({ ...given, changes: { exemption } }).split(": ");
        const isProven = by === "license" || by === "certification";
        const isElsewhere = ["federal", "tribal", "hospital", "health-center", "exemption"].includes(by ?? "");
        const certified = given.codes.includes("OTP");
        expect(value === "yes").toBe(isProven || certified);
        expect(value === "unknown").toBe(isElsewhere && !certified);
      },
    ),
  );
});
