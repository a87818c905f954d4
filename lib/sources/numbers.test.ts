import fc from "fast-check";
import { expect, test } from "vitest";
import { readCount, readDegrees } from "./numbers";

test("a whole number is read with and without a spreadsheet's commas and zeros", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (count) => {
      for (const text of [`${count}`, count.toLocaleString("en-US"), `${count}.0`, `${count}.00`])
        expect(readCount(text)).toBe(count);
    }),
  );
});

test.each(["-5", "1.5", "1,20", "1,2000", ",5", "6 beds", "six", "1e3", "N/A", "", "20001", "99999999999", "6-8"])(
  "%j is no count",
  (text) => {
    expect(readCount(text)).toBeNull();
  },
);

test("degrees are decimal", () => {
  expect(["34.05", "-118.24", "34", "+34.0"].map(readDegrees)).toEqual([34.05, -118.24, 34, 34]);
  for (const text of ["", "34,05", "34°3′N", "3.4E1", "N/A", "0x22", "Infinity", "34.05.1"])
    expect(readDegrees(text)).toBeNull();
});
