import { describe, expect, test } from "vitest";
import { FILTER_GROUPS } from "@/lib/facts/filter-options";
import { NO_FILTERS } from "./filters";
import { neededBy, relaxed } from "./relaxing";

const parts = ["text", "unknown", ...FILTER_GROUPS] as const;

describe("what a search lets go of", () => {
  test("is last how the person pays, whatever goes with it, and before that who they are, what they take and speak", () => {
    const others = parts.filter((part) => part !== "payment");
    for (const part of others) {
      expect(neededBy(["payment"])).toBeGreaterThan(neededBy([part]));
      expect(neededBy([part, "payment"])).toBe(neededBy(["payment"]));
    }
    for (const part of ["medication", "keeping", "language", "people"] as const) {
      expect(neededBy([part])).toBeGreaterThan(neededBy(["unknown"]));
      expect(neededBy(["unknown"])).toBeGreaterThan(neededBy(["text"]));
    }
  });

  test("is only what it says", () => {
    const filters = { ...NO_FILTERS, text: "x", payment: ["medi-cal"], language: ["spanish"], near: "90012" } as const;
    expect(relaxed(filters, ["text"])).toEqual({ ...filters, text: "" });
    expect(relaxed(filters, ["language", "text"])).toEqual({ ...filters, text: "", language: [] });
    expect(relaxed(filters, ["unknown"])).toEqual({ ...filters, includeUnknown: true });
  });
});
