import { expect, test } from "vitest";
import { receiptExpiry } from "./expiry";

const at = (day: string) => new Date(`${day}T12:00:00Z`);

test("a receipt opens for 180 days after the last thing that happened", () => {
  expect(receiptExpiry([at("2026-01-01")], null)).toEqual(at("2026-06-30"));
  expect(receiptExpiry([at("2026-01-01"), at("2026-02-01"), at("2026-01-15")], null)).toEqual(at("2026-07-31"));
});

test("after a deletion it says so for 30 days, whatever happened before", () => {
  expect(receiptExpiry([at("2026-02-01")], at("2026-01-10"))).toEqual(at("2026-02-09"));
});
