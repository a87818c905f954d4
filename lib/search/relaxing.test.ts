import { describe, expect, test } from "vitest";
import { FILTER_GROUPS } from "@/lib/facts/filter-options";
import { NO_TEXT } from "./asked";
import { NO_FILTERS } from "./filters";
import { neededBy, relaxed } from "./relaxing";
import type { TextQuery } from "./types";

const parts = ["text", "unknown", ...FILTER_GROUPS] as const;
/** "carl, medi-cal in spanish, acupuncture", with a word that nothing is called. */
const text: TextQuery = {
  ...NO_TEXT,
  text: "carl xylophone, medi-cal in spanish, acupuncture",
  document: "'carl':*",
  asked: [
    { typed: "medi-cal", group: "payment", options: ["medi-cal"] },
    { typed: "spanish", group: "language", options: ["spanish"] },
  ],
  services: [{ typed: "acupuncture", codes: ["ACU"] }],
  words: ["carl"],
  unknown: ["xylophone"],
};

describe("what a search lets go of", () => {
  test("is last how the person pays, whatever goes with it, and before that who they are, what they take and speak", () => {
    const others = parts.filter((part) => part !== "payment");
    for (const part of others) {
      expect(neededBy(["payment"], NO_TEXT)).toBeGreaterThan(neededBy([part], NO_TEXT));
      expect(neededBy([part, "payment"], NO_TEXT)).toBe(neededBy(["payment"], NO_TEXT));
    }
    for (const part of ["medication", "keeping", "language", "people"] as const) {
      expect(neededBy([part], NO_TEXT)).toBeGreaterThan(neededBy(["unknown"], NO_TEXT));
      expect(neededBy(["unknown"], NO_TEXT)).toBeGreaterThan(neededBy(["text"], NO_TEXT));
    }
  });

  test("is needed as much whether it was ticked or typed", () => {
    expect(neededBy(["typed:medi-cal"], text)).toBe(neededBy(["payment"], text));
    expect(neededBy(["typed:spanish"], text)).toBe(neededBy(["language"], text));
    expect(neededBy(["typed:acupuncture"], text)).toBe(neededBy(["text"], text));
  });

  test("is only what it says", () => {
    const filters = { ...NO_FILTERS, text: "x", payment: ["medi-cal"], language: ["spanish"], near: "90012" } as const;
    const words = { ...NO_TEXT, text: "x", words: ["x"] };
    expect(relaxed(filters, ["text"], words)).toEqual({ ...filters, text: "" });
    expect(relaxed(filters, ["language", "text"], words)).toEqual({ ...filters, text: "", language: [] });
    expect(relaxed(filters, ["unknown"], words)).toEqual({ ...filters, includeUnknown: true });
  });

  test("is of a typed text one phrase, and words that nothing is called go with it", () => {
    const filters = { ...NO_FILTERS, text: text.text };
    const left = (...without: Parameters<typeof relaxed>[1]) => relaxed(filters, without, text).text;
    expect(left("typed:medi-cal")).toBe("carl, in spanish, acupuncture");
    expect(left("typed:acupuncture", "text")).toBe("medi-cal in spanish");
    expect(left("language")).toBe(filters.text);
  });

  test("is the whole text where it was looked for as it stands", () => {
    const filters = { ...NO_FILTERS, text: "carl", words: "exact" } as const;
    const exact = { ...NO_TEXT, text: "carl", readAs: "exact", words: ["carl"] } as const;
    expect(relaxed(filters, ["text"], exact)).toEqual(NO_FILTERS);
  });
});
