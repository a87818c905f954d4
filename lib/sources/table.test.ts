import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { workbookOf } from "@/tests/support/workbook";
import { readDay } from "./day";
import { FEDERAL_COLUMNS } from "./federal";
import { readTable, type TableRow } from "./table";
import { readYesNo } from "./yes-no";

const folder = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-table-"));
const COLUMNS = ["name", "zip"];

function fileOf(content: string | Buffer, name = "rows.csv"): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function rowsOf(file: string, columns: readonly string[] = COLUMNS): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of (await readTable(file, columns)).rows) rows.push(row);
  return rows;
}

test("quotes, commas, a byte-order mark and blanks around cells are read as meant", async () => {
  const file = fileOf('\uFEFFName,ZIP\r\n"Alpha ""A"", Inc.", 90012 \r\n');
  expect(await rowsOf(file)).toEqual([{ line: 2, cells: { name: 'Alpha "A", Inc.', zip: "90012" } }]);
});

test("a gzipped file reads like the file itself", async () => {
  const text = "name,zip\nAlpha,90012\n";
  expect(await rowsOf(fileOf(gzipSync(text), "rows.csv.gz"))).toEqual(await rowsOf(fileOf(text)));
});

test("a row with too few or too many cells is handed over as unreadable, with its line", async () => {
  expect(await rowsOf(fileOf("name,zip\nAlpha\nBeta,90012\nGamma,90013,x\n"))).toEqual([
    { line: 2, cells: null },
    { line: 3, cells: { name: "Beta", zip: "90012" } },
    { line: 4, cells: null },
  ]);
});

test("line breaks within quotes, and either end of a line, are read as meant", async () => {
  const file = fileOf('name,zip\r\n"Testhaven\nRecovery\r\nHouse 5",90012\nBeta,90013\r\n\r\nGamma,90014');
  expect((await rowsOf(file)).map(({ cells }) => cells)).toEqual([
    { name: "Testhaven\nRecovery\r\nHouse 5", zip: "90012" },
    { name: "Beta", zip: "90013" },
    { name: "Gamma", zip: "90014" },
  ]);
});

test("a workbook's true dates, serial numbers, numbers, words and yes or no are read as a CSV's would be", async () => {
  const cells = [{ serial: 46_752 }, 46_752, true, "12/31/2027"];
  const file = fileOf(workbookOf([["name", "zip"], ...cells.map((cell) => [cell, "90012"])]), "dates.xlsx");
  const names = (await rowsOf(file)).map((row) => row.cells?.name ?? "");
  expect(names.map((text) => readDay(text))).toEqual(["2027-12-31", "2027-12-31", null, "2027-12-31"]);
  expect(readYesNo(names[2] ?? "")).toBe(true);
});

test("the workbook as SAMHSA ships it has 12,744 facilities, found on the sheet that has the columns", async () => {
  const rows = await rowsOf("prisma/seed/data/samhsa-national-directory-2023.xlsx", FEDERAL_COLUMNS);
  expect(rows).toHaveLength(12_744);
  expect(rows[0]).toMatchObject({
    line: 2,
    cells: { name1: "Shelby County Treatment Center", street2: "", zip: "35007" },
  });
});

test("the checksum is the SHA-256 of the file's bytes", async () => {
  const { checksum } = await readTable("prisma/seed/data/samhsa-national-directory-2024.csv.gz", COLUMNS);
  expect(checksum).toBe("df025b78a348bb178fd9251559da85ec892761ea61e3b4637cabf3df26e5be64");
});

test.each([
  ["no-such-file.csv", /There is no file .* Check the path/],
  [folder, /is a folder/],
  [fileOf("", "empty.csv"), /is empty/],
  [fileOf("name;zip\nA;1\n", "other.csv"), /Missing: name, zip\. Found: name;zip/],
  [fileOf("PK\u0003\u0004 not a workbook", "broken.xlsx"), /not a readable Excel workbook/],
  [fileOf(Buffer.from([0x17, 0, 0x12, 0xff]), "junk.xlsx"), /no CSV, gzipped CSV or Excel workbook/],
  [fileOf(gzipSync("name,zip\nAlpha,90012\n").subarray(0, 20), "broken.gz"), /cannot be unpacked/],
  [fileOf('name,zip\n"Alpha,90012\n', "quote.csv"), /not a readable CSV/],
  [fileOf("name,zip\nAlpha,90012\nBet", "cut.csv"), /ends in the middle of its last line/],
  [fileOf(`name,zip\n"${"x".repeat(1_000_000)}",90012\n`, "cell.csv"), /line 2 is longer than 100,000 characters/],
  [fileOf(gzipSync(`name,zip\n"${"x".repeat(9_000_000)}`), "cell.csv.gz"), /line 2 is longer than 100,000 characters/],
  [
    fileOf(
      workbookOf([
        ["name", "zip"],
        ["x".repeat(200_000), ""],
      ]),
      "cell.xlsx",
    ),
    /row 2 is longer than 100,000/,
  ],
  [
    fileOf(
      workbookOf([
        ["name", "zip"],
        ["x".repeat(61_000_000), ""],
      ]),
      "bomb.xlsx",
    ),
    /too large for a workbook/,
  ],
  [
    fileOf(
      workbookOf([
        ["name", "zip"],
        ["A", "90012"],
      ]).subarray(0, -200),
      "cut.xlsx",
    ),
    /not a readable Excel workbook/,
  ],
  // Taken for a blank, such a cell would be "no date given".
  [
    fileOf(
      workbookOf([
        ["name", "zip"],
        ["A", { fault: "#N/A" }],
      ]),
      "fault.xlsx",
    ),
    /cell B2 has a fault/,
  ],
  [
    fileOf(
      workbookOf([
        ["name", "zip"],
        [{ formula: "1+1" }, "90012"],
      ]),
      "sum.xlsx",
    ),
    /cell A2 .* without its result/,
  ],
  [fileOf("name,zip,name\nA,90012,B\n", "twice.csv"), /has the column name twice/],
  [fileOf("name,zip\nA,90012\n\0\0", "zeros.csv"), /no CSV, gzipped CSV or Excel workbook/],
  [fileOf('{\n  "name": "Alpha"\n}\n', "text.xlsx"), /not a readable CSV/],
])("%s is refused in words that say what to do", async (file, words) => {
  await expect(rowsOf(file)).rejects.toThrow(words);
});
