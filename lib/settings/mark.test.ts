import { expect, test } from "vitest";
import { markOf } from "./mark";

const mark = (value: unknown, checkedOn = "2026-11-22") => markOf({ value, checkedOn });

test("the mark of a setting is the same in another order of its properties, and without one that is null", () => {
  expect(mark({ email: "a@example.org", phone: null, inner: [{ one: 1, two: 2 }] })).toBe(
    mark({ inner: [{ two: 2, one: 1 }], email: "a@example.org" }),
  );
});

test.each([
  ["another word", { email: "b@example.org" }, "2026-11-22"],
  ["another property", { phone: "a@example.org" }, "2026-11-22"],
  ["another day", { email: "a@example.org" }, "2026-11-23"],
  ["another order of a list", ["b", "a"], "2026-11-22"],
])("the mark of a setting is another one with %s", (_, value, day) => {
  expect(mark(value, day)).not.toBe(mark({ email: "a@example.org" }));
  expect(mark(value, day)).not.toBe(mark(["a", "b"]));
});
