import { expect, test } from "vitest";
import { freeSlug } from "./slugs";

const place = {
  name: "Tarzana Treatment Centers Inc",
  unit: "Long Beach",
  street: "2101 Magnolia Avenue",
  city: "Long Beach",
};

test("a slug is name, unit and city, then the house number, then a counter", () => {
  const taken = new Set<string>();
  const plain = "tarzana-treatment-centers-inc-long-beach-long-beach";
  expect([1, 2, 3, 4].map(() => freeSlug(place, taken))).toEqual([
    plain,
    `${plain}-2101`,
    `${plain}-2101-2`,
    `${plain}-2101-3`,
  ]);
});

test("without a house number the counter comes at once", () => {
  const taken = new Set(["a-b"]);
  expect(freeSlug({ name: "A", unit: null, street: "", city: "B" }, taken)).toBe("a-b-2");
});
