import fc from "fast-check";
import { expect, test } from "vitest";
import { ATTRIBUTES } from "@/lib/facts/attributes";
import { answersOf } from "./answers";

const someCodes = fc.subarray([...ATTRIBUTES.keys()]);

test("a code that is there is a yes, one absent from an answered category a no, any other unknown", () => {
  const { yes, no } = answersOf("SA DT * OP RES * BU NU");
  expect(yes).toEqual(["BU", "DT", "NU", "OP", "RES", "SA"]);
  expect(no).toEqual(expect.arrayContaining(["MU", "HI", "HH"]));
  for (const silent of ["OTP", "MD", "NOE", "SP"]) expect([...yes, ...no]).not.toContain(silent);
});

test("no codes at all answer nothing", () => {
  expect(answersOf("")).toEqual({ yes: [], no: [], unrecognised: [] });
});

test("codes no book explains are kept, each once", () => {
  expect(answersOf("ULC * BMW ULC BU").unrecognised).toEqual(["BMW", "ULC"]);
});

test("every answered category is answered whole, and nothing is yes and no at once", () => {
  fc.assert(
    fc.property(someCodes, (codes) => {
      const { yes, no, unrecognised } = answersOf(codes.join(" * "));
      expect(yes).toEqual([...codes].sort());
      expect(unrecognised).toEqual([]);
      expect(yes.filter((code) => no.includes(code))).toEqual([]);
      const answered = new Set(codes.map((code) => ATTRIBUTES.get(code)?.category));
      for (const { code, category } of ATTRIBUTES.values())
        expect([...yes, ...no].includes(code)).toBe(answered.has(category));
    }),
  );
});

test("the order of the codes does not matter", () => {
  fc.assert(
    fc.property(someCodes, (codes) => {
      expect(answersOf([...codes].reverse().join(" "))).toEqual(answersOf(codes.join("  *  ")));
    }),
  );
});
