import { expect, test } from "vitest";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { countyOfZip } from "@/lib/sources/county";
import { AREA_NAMES, areaCalled } from "./gazetteer";
import { middleOfZip } from "./near";

test("every city and neighborhood has a ZIP code of the county that distances can be measured from", () => {
  const elsewhere = AREA_NAMES.filter((name) => {
    const { zip } = areaCalled(name)!;
    return middleOfZip(zip) === null || countyOfZip(zip) !== SERVED_COUNTY;
  });
  // These two share their ZIP code with a city of the county next door, which most of it belongs to.
  expect(elsewhere).toEqual(["la habra heights", "westlake village"]);
  expect(AREA_NAMES.length).toBeGreaterThan(200);
});
