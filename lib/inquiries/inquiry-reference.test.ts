import { expect, test } from "vitest";
import { REFERENCE_ALPHABET } from "@/lib/shared/reference";
import { newReference, parseReference } from "./inquiry-reference";

test("references have the shape the database demands, and no look-alikes", () => {
  expect(REFERENCE_ALPHABET).toHaveLength(32);
  const made = Array.from({ length: 2000 }, newReference);
  for (const reference of made) expect(reference).toMatch(/^BHR-[2-9A-HJ-NP-Z]{6}$/);
  expect(new Set(made).size).toBe(made.length);
});

test("every character of the alphabet is used", () => {
  const seen = new Set(Array.from({ length: 500 }, newReference).flatMap((reference) => reference.slice(4).split("")));
  expect(seen.size).toBe(32);
});

test("a reference may be typed in small letters and with blanks around it", () => {
  expect(parseReference(" bhr-7k3m9q ")).toBe("BHR-7K3M9Q");
});

test.each(["", "BHR-7K3M9", "BHR-7K3M9QQ", "BHR-7K3M90", "7K3M9Q", "BHR-7K3M9Q'"])("%j is no reference", (typed) =>
  expect(parseReference(typed)).toBeNull(),
);
