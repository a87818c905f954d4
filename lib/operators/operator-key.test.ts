import fc from "fast-check";
import { expect, test } from "vitest";
import { operatorKey } from "./operator-key";

test.each([
  "Safe Refuge",
  "SAFE REFUGE, INC.",
  "The Safe Refuge",
  "Safe  Refuge LLC",
  "Sáfe Refuge Corp",
  "Safe Refuge Co., Inc.",
])("%s is one operator", (name) => {
  expect(operatorKey(name, "CA")).toBe("safe-refuge-ca");
});

test.each([
  ["Aegis Treatment Centers LLC", "Aegis Trt Ctrs"],
  ["Social Model Recovery Systems", "Social Model Recovery Systems Inc"],
])("%s is %s", (one, other) => {
  expect(operatorKey(one, "CA")).toBe(operatorKey(other, "CA"));
});

test.each([
  ["Clear Behavioral Health", "Clear View Behavioral Health"],
  ["Oro House", "Oro House Recovery"],
  ["Twin Town Treatment Centers", "Twin Town"],
])("%s is not %s", (one, other) => {
  expect(operatorKey(one, "CA")).not.toBe(operatorKey(other, "CA"));
});

test("one name in two states is two operators", () => {
  expect(operatorKey("New Beginnings", "CA")).not.toBe(operatorKey("New Beginnings", "TX"));
});

test("a name that is nothing but a legal form keeps it", () => {
  expect(operatorKey("LLC", "CA")).toBe("llc-ca");
});

test("capitals, blanks and a legal form at the end never make another operator", () => {
  const word = fc.stringMatching(/^[a-z]{3,9}$/).filter((text) => operatorKey(`x ${text}`, "CA") === `x-${text}-ca`);
  const form = fc.constantFrom("", " Inc", ", Inc.", " LLC", " Corp.", " L.P.", " CORPORATION");
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), form, (words, end) => {
      const plain = words.join(" ");
      expect(operatorKey(`  ${plain.toUpperCase()}${end} `, "CA")).toBe(operatorKey(plain, "CA"));
    }),
  );
});
