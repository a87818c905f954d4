import { expect, test } from "vitest";
import rings from "@/lib/map/county-outline.json";
import { countyOutline } from "./county-outline.mjs";

test("the border we keep is the Census Bureau's, with both islands", () => {
  expect(rings).toEqual(countyOutline());
  expect(rings).toHaveLength(3);
});
