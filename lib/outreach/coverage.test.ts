import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SHARED_FIELDS } from "@/lib/consents/types";
import { refusalOf, type Contact, type Coverage } from "./coverage";

const until = new Date("2027-02-20T10:00:00Z");
const coverage: Coverage = { scope: "any_listed", places: [], mayShare: ["needs"], expiresAt: until, ending: null };
const contact: Contact = {
  listing: { id: "a", isListed: true, isClosed: false },
  shared: ["needs"],
  now: new Date("2026-12-01"),
};

test("a consent for any listed place covers every listed place", () => {
  expect(refusalOf(coverage, contact)).toBeNull();
  expect(refusalOf(coverage, { ...contact, listing: { id: "a", isListed: false, isClosed: false } })).toBe(
    "not_listed",
  );
});

test("a consent for named places covers those and no other", () => {
  const named: Coverage = { ...coverage, scope: "named", places: ["a", "b"] };
  expect(refusalOf(named, contact)).toBeNull();
  expect(refusalOf(named, { ...contact, listing: { id: "c", isListed: true, isClosed: false } })).toBe("out_of_scope");
});

test("a place is told what was allowed and nothing more", () => {
  expect(refusalOf(coverage, { ...contact, shared: ["needs", "phone"] })).toBe("not_shareable");
  expect(refusalOf({ ...coverage, mayShare: ["needs", "phone"] }, { ...contact, shared: ["phone"] })).toBeNull();
});

describe("a consent that has ended covers nothing", () => {
  test.each([
    ["withdrawn", { ending: "withdrawn" as const }],
    ["withdrawn", { ending: "narrowed" as const }],
    ["erased", { ending: "erased" as const }],
    ["expired", { expiresAt: contact.now }],
  ])("%s", (code, changes) => {
    fc.assert(
      fc.property(
        fc.constantFrom("any_listed" as const, "named" as const),
        fc.subarray([...SHARED_FIELDS]),
        fc.subarray([...SHARED_FIELDS]),
        (scope, mayShare, shared) => {
          const ended: Coverage = { ...coverage, scope, places: ["a"], mayShare, ...changes };
          expect(refusalOf(ended, { ...contact, shared })).toBe(code);
        },
      ),
    );
  });
});
