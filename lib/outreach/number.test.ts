import { expect, test } from "vitest";
import { contactNumber, parseContactNumber } from "./number";

const id = "0190c3a1-1111-4222-8333-0123456789ab";

test("a contact's number leads back to the start of its id, however it is typed", () => {
  expect(contactNumber(id)).toBe("PL-0190C3A1");
  expect(parseContactNumber(" pl-0190c3a1 ")).toBe("0190c3a1");
});

test.each(["", "PL-", "PL-0190C3A", "PL-0190C3A12", "BHR-0190C3A1", "PL-0190C3G1", "PL-0190C3A1' OR 1=1"])(
  "%j is none",
  (typed) => {
    expect(parseContactNumber(typed)).toBeNull();
  },
);
