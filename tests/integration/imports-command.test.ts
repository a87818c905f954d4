import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { startCommand } from "../support/command";
import { testDatabase } from "../support/database";
import { federalFile, importLocally, STATE_LIST } from "../support/import-files";

testDatabase();

const command = (...words: string[]) => startCommand("scripts/import.ts", ...words);

test("a file is imported with its progress and a report, and rendered pages are dropped", async () => {
  const pages = path.join(process.env.DATA_DIR ?? "", "pages");
  mkdirSync(pages, { recursive: true });
  const file = federalFile({}, { name1: "" });
  const { code, output, errors } = await command(file, "--source", "samhsa", "--edition", "2024");
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(output).toMatch(/reading +2\/2/);
  expect(output).toContain("1 new, 0 changed, 0 unchanged");
  expect(output).toContain("line 3: there is no name (name1, name2)");
  expect(output).toContain("This is import 1. To take it back: npm run import -- --undo 1");
  expect(await db.listing.count()).toBe(1);
  expect(existsSync(pages)).toBe(false);
});

test("an import is taken back by its number, with a report, and rendered pages are dropped", async () => {
  const { number } = await importLocally(
    "samhsa",
    "2025",
    federalFile({ name1: "Elm House", street1: "7 Elm Street" }),
  );
  const pages = path.join(process.env.DATA_DIR ?? "", "pages");
  mkdirSync(pages, { recursive: true });
  const { code, output, errors } = await command("--undo", String(number));
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(output).toContain(
    `import ${number} taken back (samhsa 2025, as of 2024-01-01, Los Angeles County, 1 row of rows.csv)`,
  );
  expect(output).toContain("elm-house-los-angeles");
  expect(await db.listing.count({ where: { name: "Elm House" } })).toBe(0);
  expect(existsSync(pages)).toBe(false);
});

// Other wrong words are in lib/imports/request.test.ts, other wrong files in lib/sources/table.test.ts.
test("the other source's file ends with exit code 1 and words that say what to do, without a stack", async () => {
  const { code, errors } = await command(STATE_LIST, "--source", "samhsa", "--edition", "2024");
  expect(code).toBe(1);
  expect(errors).toMatch(/has other columns.*--source/);
  expect(errors).not.toMatch(/ at .*:\d+:\d+/);
});
