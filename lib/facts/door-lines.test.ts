import fc from "fast-check";
import { expect, test } from "vitest";
import { doorLines } from "./door-lines";

test("a line that a file divided at its comma has one comma", () => {
  const lines = doorLines({ street: "5850 South Main Street, Rooms 2010,", street2: "2016, 2017 and 2251" });
  expect(lines.join(", ")).toBe("5850 South Main Street, Rooms 2010, 2016, 2017 and 2251");
  expect(doorLines({ street: "", street2: null })).toEqual([]);
});

test("nothing but commas and spaces at the ends is lost", () => {
  fc.assert(
    fc.property(fc.string(), fc.option(fc.string()), (street, street2) => {
      const lines = doorLines({ street, street2 });
      for (const line of lines) expect(line).toMatch(/^[^\s,](?:[\s\S]*[^\s,])?$/);
      const letters = (text: string) => text.replaceAll(/[\s,]/g, "");
      expect(letters(lines.join(""))).toBe(letters(street + (street2 ?? "")));
    }),
  );
});
