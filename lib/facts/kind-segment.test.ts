import { expect, test } from "vitest";
import { kindPath } from "@/lib/rankings/kinds";
import { countyMapPath } from "@/lib/map/paths";
import { kindOfSegment, kindSegment } from "./kind-segment";
import { LISTING_KINDS } from "./kind";

test("a kind of care has one spelling in every URL", () => {
  for (const kind of LISTING_KINDS) {
    expect(kindSegment(kind)).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(kindOfSegment(kindSegment(kind))).toBe(kind);
    expect([kindPath(kind), countyMapPath(kind)].map((path) => path.split("/").at(-1))).toEqual([
      kindSegment(kind),
      kindSegment(kind),
    ]);
  }
  for (const other of ["Hospital", "HOSPITAL", "hospital ", "opioid_treatment_program", "toString", "spa", ""]) {
    expect(kindOfSegment(other)).toBeUndefined();
  }
});
