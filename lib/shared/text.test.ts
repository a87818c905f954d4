import { expect, test } from "vitest";
import { oneLine, severalLines } from "./text";

test("lines stay, in one form, without what no reader sees", () => {
  expect(severalLines(" a\r\nb\tc\rd\u0007\u202E ")).toBe("a\nb c\nd");
});

test("accents are one character however they were typed", () => {
  expect(oneLine("Jose\u0301")).toBe("José");
});

test("a line is one line", () => {
  expect(oneLine(" a \n\n b ")).toBe("a b");
});
