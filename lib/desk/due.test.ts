import { expect, test } from "vitest";
import { INQUIRY_STATUSES } from "@/lib/inquiries/types";
import { dueAfter, dueByEndOf, isClosed, isOverdue } from "./due";

const since = new Date("2026-11-25T20:00:00Z");

test("a first answer is due within a day, a closed inquiry never", () => {
  expect(dueAfter("new", since)).toEqual(new Date("2026-11-26T20:00:00Z"));
  expect(dueAfter("waiting", since)).toEqual(new Date("2026-12-02T20:00:00Z"));
  expect(INQUIRY_STATUSES.filter(isClosed)).toEqual(["done", "spam"]);
  expect(dueAfter("done", since)).toBeNull();
});

test("an inquiry is overdue after its moment and not in it", () => {
  expect(isOverdue(since, since)).toBe(false);
  expect(isOverdue(since, new Date(since.getTime() + 1))).toBe(true);
  expect(isOverdue(null)).toBe(false);
});

test("a day ends at midnight in Los Angeles, in winter and in summer", () => {
  expect(dueByEndOf("2026-12-01")).toEqual(new Date("2026-12-02T07:59:59Z"));
  expect(dueByEndOf("2026-07-01")).toEqual(new Date("2026-07-02T06:59:59Z"));
  expect(dueByEndOf("2026-11-01")).toEqual(new Date("2026-11-02T07:59:59Z"));
});
