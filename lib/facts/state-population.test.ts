import fc from "fast-check";
import { expect, test } from "vitest";
import { populationOf } from "./state-population";

const NOBODY = { women: "unknown", men: "unknown", youth: false, youthOnly: false, children: false };

test.each([
  ["CO-ED", { women: "yes", men: "yes" }],
  ["MEN ONLY", { women: "no", men: "yes" }],
  ["WOMEN ONLY", { women: "yes", men: "no" }],
  ["WOMEN/CHILDREN", { women: "yes", men: "no", children: true }],
  ["WOMEN/CHILD/DUAL", { women: "yes", men: "no", children: true }],
  ["YOUTH/ADOLESCENT", { youth: true, youthOnly: true }],
  ["CO-ED/YOUTH", { women: "yes", men: "yes", youth: true }],
  ["MEN/YOUTH", { women: "no", men: "yes", youth: true }],
  ["FAMILIES", { children: true }],
  ["CO-ED/CHILD/DUAL", { women: "yes", men: "yes", children: true }],
  ["DUAL DIAGNOSIS", {}],
  ["", {}],
  [null, {}],
])("the state's %s is read as it stands", (text, expected) => {
  expect(populationOf([text])).toEqual({ ...NOBODY, ...expected });
});

test("a word that the list did not have is not guessed at", () => {
  expect(populationOf(["MEN/VETERANS"])).toEqual(NOBODY);
});

test("several licenses take whom any of them takes, and leave out only whom all leave out", () => {
  expect(populationOf(["MEN ONLY", "WOMEN ONLY"])).toMatchObject({ women: "yes", men: "yes" });
  expect(populationOf(["MEN ONLY", "MEN/YOUTH"])).toMatchObject({ women: "no", youth: true, youthOnly: false });
  // A license that names nobody may be for women.
  expect(populationOf(["MEN ONLY", null])).toMatchObject({ women: "unknown", men: "yes" });
  expect(populationOf(["YOUTH/ADOLESCENT", "CO-ED"])).toMatchObject({ youth: true, youthOnly: false });
  expect(populationOf([])).toEqual(NOBODY);
});

test("the order of the licenses makes no difference", () => {
  const texts = fc.array(fc.constantFrom("CO-ED", "MEN ONLY", "WOMEN/CHILDREN", "YOUTH/ADOLESCENT", "FAMILIES", null));
  fc.assert(
    fc.property(texts, (each) => {
      expect(populationOf(each.toReversed())).toEqual(populationOf(each));
    }),
  );
});
