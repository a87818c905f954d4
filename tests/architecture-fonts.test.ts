import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { OTHER_RANGE, OWN_CHARACTERS, OWN_RANGE } from "../scripts/fonts/characters";
import { SMALL_FONTS, smallFont } from "../scripts/fonts/subset";

describe("the small fonts", () => {
  test.each(SMALL_FONTS)("$file is what npm run fonts makes, and small", async (font) => {
    const bytes = readFileSync(font.file);
    expect(bytes.equals(await smallFont(font))).toBe(true);
    expect(bytes.length).toBeLessThan(26 * 1024);
  });

  test("have the range that the pages name, and the whole ones the rest", () => {
    const ranges = [...readFileSync("app/fonts.ts", "utf8").matchAll(/"(U\+[^"]*)"/g)].map(([, range]) => range);
    expect(ranges).toEqual([OWN_RANGE, OWN_RANGE, OTHER_RANGE, OTHER_RANGE]);
  });

  test("have every letter of the messages and the posts, so that no page of ours loads more", () => {
    // Drawn by the system's fonts: the packages have none of them.
    const signs = new Set("≠✓▲▼\n");
    const files = globSync(["messages/{en,es}/*.json", "prisma/seed/posts/**/*.md"]);
    expect(files.length).toBeGreaterThan(40);
    const others = files.flatMap((file) =>
      [...new Set(readFileSync(file, "utf8"))]
        .filter((letter) => !OWN_CHARACTERS.includes(letter) && !signs.has(letter))
        .map((letter) => `${file}: ${letter}`),
    );
    expect(others).toEqual([]);
  });
});
