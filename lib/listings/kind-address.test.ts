import { expect, test } from "vitest";
import { kindPath } from "@/lib/rankings/kinds";
import { mapKindPath } from "@/lib/map/paths";
import { kindMisspelled, kindOfSegment, kindSegment } from "./kind-address";
import { LISTING_KINDS } from "./schema";

test("a kind of care has one spelling in every address", () => {
  for (const kind of LISTING_KINDS) {
    expect(kindSegment(kind)).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(kindOfSegment(kindSegment(kind))).toBe(kind);
    expect([kindPath(kind), mapKindPath(kind)].map((path) => path.split("/").at(-1))).toEqual([
      kindSegment(kind),
      kindSegment(kind),
    ]);
  }
  for (const other of ["Hospital", "HOSPITAL", "hospital ", "opioid-treatment_program", "toString", "spa", ""]) {
    expect(kindOfSegment(other)).toBeUndefined();
    expect(kindMisspelled(other)).toBeUndefined();
  }
});

test("the spelling of the records, which the map's addresses had, is known for what it means", () => {
  expect(kindOfSegment("opioid_treatment_program")).toBeUndefined();
  expect(kindMisspelled("opioid_treatment_program")).toBe("opioid_treatment_program");
  expect(kindMisspelled("hospital")).toBeUndefined();
});
