import { expect, test } from "vitest";
import { LISTING_KINDS } from "@/lib/facts/kind";
import type { ShownSheet } from "@/lib/map/atlas";
import { SECTIONS } from "@/lib/map/sections";
import { LOCALES } from "@/lib/shared/i18n";
import { countyWords, sheetWords } from "./map-words";

const sheetOf = (change: Partial<ShownSheet>): ShownSheet => ({
  kind: null,
  section: { key: "westside", count: 60, sheets: [] },
  page: 1,
  names: ["West Los Angeles", "Culver City"],
  places: [],
  others: [],
  kinds: [],
  ...change,
});

test.each(LOCALES)(
  "every page of the map has a title of its own and a description of 70 to 160 characters (%s)",
  (locale) => {
    const sheet = { names: [], places: [] };
    const kinds = [null, ...LISTING_KINDS];
    const sheets = SECTIONS.flatMap((key) =>
      kinds.flatMap((kind) =>
        [1, 12].map((page) => {
          const section = { key, count: 300, sheets: Array.from({ length: 12 }, () => sheet) };
          const names = key === "unlocated" ? [] : ["West Los Angeles", "Culver City"];
          const places = Array.from({ length: page * 2 }, () => ({}) as ShownSheet["places"][number]);
          return sheetWords(locale, sheetOf({ section, kind, page, names, places }));
        }),
      ),
    );
    const all = [...kinds.map((kind) => countyWords(locale, kind)), ...sheets];
    for (const words of [all.map(({ title }) => title), all.map(({ description }) => description)])
      expect(new Set(words).size).toBe(words.length);
    const wrong = all.filter(({ description: { length } }) => length < 70 || length > 160);
    expect(wrong.map(({ description }) => `${description.length} ${description}`)).toEqual([]);
  },
);
