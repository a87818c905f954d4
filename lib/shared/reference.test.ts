import { expect, test } from "vitest";
import { newReference, parseReference } from "./reference";

test("a reference of one kind is none of another", () => {
  expect(parseReference("AAA", newReference("AAA"))).toMatch(/^AAA-[2-9A-HJ-NP-Z]{6}$/);
  expect(parseReference("BBB", newReference("AAA"))).toBeNull();
});
