// A command that says "1 lines" reads as if nobody had looked: what is counted goes through one helper.
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";

// Open data has its own words for one of something.
const files = globSync(["{lib,scripts,prisma/seed}/**/*.{ts,tsx,mjs}"], {
  ignore: ["**/*.test.*", "lib/open-data/**"],
}).toSorted();
const sources = files.map((file) => [file, readFileSync(file, "utf8")] as const);

/** The plurals that some command prints, such as "rows" and "mails wait". */
const plurals = new Set(
  sources.flatMap(([, source]) =>
    [...source.matchAll(/\bcounted\([^;]*?, "([\w' ]+)"(?:, "([\w' ]+)")?\)/g)].map(
      ([, one, many]) => many ?? `${one}s`,
    ),
  ),
);
const printed = new RegExp(String.raw`\$\{[^{}]*\} (?:${[...plurals].join("|")})\b`, "g");

test("no command prints a number before a plural that may be one", () => {
  expect(plurals).toContain("rows");
  expect(plurals.size).toBeGreaterThan(10);
  const found = sources.flatMap(([file, source]) => [...source.matchAll(printed)].map(([text]) => `${file}: ${text}`));
  expect(found).toEqual([]);
});
