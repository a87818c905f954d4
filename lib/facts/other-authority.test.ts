import { expect, test } from "vitest";
import { ATTRIBUTES } from "./attributes";
import { resolveFacts } from "./facts";
import { localGovernmentOf, OTHER_AUTHORITIES, otherAuthorityOf } from "./other-authority";

const factsOf = (yes: string[], no: string[] = []) =>
  resolveFacts([{ source: "samhsa", asOf: "2023-01-01", asOfPrecision: "year", yes, no, unknown: [] }]);

test.each([
  [["FED"], "federal", "FED"],
  [["IH"], "tribal", "IH"],
  [["PSYH"], "hospital", "PSYH"],
  [["FQHC"], "health_center", "FQHC"],
  [["FQHC", "GH", "VAMC"], "federal", "VAMC"],
])("a place that states %j names an authority: %s", (yes, authority, attribute) => {
  expect(otherAuthorityOf(factsOf(yes))).toMatchObject({ authority, fact: { attribute, value: "yes" } });
});

test("a place that names none has none, whatever it denies", () => {
  expect(otherAuthorityOf(factsOf(["LCCG", "TBG", "STAG"], ["VAMC", "GH", "FQHC"]))).toBeNull();
  expect(otherAuthorityOf(new Map())).toBeNull();
});

test("a place says that a city or a county runs it, or does not", () => {
  expect(localGovernmentOf(factsOf(["LCCG"]))).toMatchObject({ attribute: "LCCG", source: "samhsa" });
  expect([localGovernmentOf(factsOf([], ["LCCG"])), localGovernmentOf(new Map())]).toEqual([null, null]);
});

test("the code book has every code", () => {
  expect(
    Object.values(OTHER_AUTHORITIES)
      .flat()
      .every((code) => ATTRIBUTES.has(code)),
  ).toBe(true);
});
