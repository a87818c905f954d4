import { expect, test } from "vitest";
import { importLines, reportLines, takeBackLines } from "./report";
import type { ImportEntry, ImportReport } from "./types";

const report: ImportReport = {
  number: 7,
  request: {
    file: "rows.csv",
    source: "samhsa",
    edition: "2024",
    county: "Los Angeles",
    dryRun: true,
    date: { asOf: "2023-01-01", precision: "year" },
  },
  encoding: "windows-1252",
  fewer: { edition: "2023", places: 400, now: 305 },
  rows: 20_524,
  new: 1,
  changed: 2,
  unchanged: 302,
  older: 0,
  skipped: { mental_health: 8_319, other_county: 11_895 },
  refused: Array.from({ length: 25 }, (_, index) => ({ line: index + 2, reason: "the row is blank" })),
  lost: Array.from({ length: 1_500 }, (_, index) => {
    return { line: index + 2, column: "intake1", value: `10${index}`, because: "the extension" };
  }),
  listedTwice: [{ line: 9, sameAs: 8 }],
  apart: [
    { differ: "answers", lines: [3, 4], slugs: ["women", "women-2"] },
    { differ: "phones", lines: [5, 6, 7], slugs: ["men", "men-2", "men-3"] },
  ],
  unknownCodes: [["ULC", 3]],
  staffDifferences: [{ slug: "harbor", field: "phone", kept: "+13105550199", stated: null }],
  book: { origin: "rows", notAsked: ["SNR", "DLC"] },
  strangeCounts: [
    { code: "SNR", here: { rows: 113, of: 12_744 }, there: { edition: "2024", rows: 3_806, of: 12_205 } },
  ],
  gone: [],
  withdrawn: ["typo"],
  duplicates: 38,
  matches: {
    ownAddress: 157,
    additionalLocation: 25,
    operatorAndZip: 10,
    current: 188,
    unmatched: 115,
    otherName: 13,
    otherAddress: 26,
  },
  licensedListings: { places: 541, new: 539, changed: 4, withdrawn: 6 },
};

test("a report names every figure, and the first of what needs a person", () => {
  const text = reportLines(report).join("\n");
  for (const words of [
    "Dry run, nothing is written: samhsa 2024, facts as of 2023-01-01 (year), Los Angeles County",
    "names 305 places, and edition 2023 before it named 400",
    "read as windows-1252",
    "20,524; skipped 8,319 mental health, 11,895 other county",
    "1 new, 2 changed, 302 unchanged, 0 known from a newer edition",
    "541 places that only the state's list names: 539 new, 4 changed; 6 off the site",
    "157 at their own address, 25 as an additional location, 10 by operator and ZIP",
    "(188 with a license valid on the day",
    "115; licenses at their address under another name: 13, for another address with their phone: 26",
    "codes that no code book explains: ULC (3)",
    "refused: 25",
    "line 2: the row is blank",
    "and 5 more",
    "values not taken, though their rows are: 1,500",
    'intake1: the extension (1,500): line 2 "100", line 3 "101"',
    "and 1,495 more",
    "line 9: the same site as line 8",
    "5 rows are alike in name and address and say different things: kept apart, groups: 2",
    "lines 3, 4 answer differently: women, women-2",
    "lines 5, 6, 7 have different phones: men, men-2, men-3",
    'harbor, phone: ours "+13105550199", the file\'s null',
    "no longer named by this edition: 0",
    "pairs that may be one place, for staff to say at /admin/duplicates: 38",
    "code book    none is known for this edition",
    "not asked, so unknown and never no: SNR, DLC",
    "SNR: by 113 of 12,744 rows, in edition 2024 by 3,806 of 12,205. Is the file whole",
    "only an earlier import of this edition had them, off the site: 1",
  ])
    expect(text).toContain(words);
});

const entry: ImportEntry = {
  number: 12,
  source: "samhsa",
  edition: "2024",
  asOf: "2023-01-01",
  county: "",
  fileName: "directory.csv",
  rows: 12_205,
  at: new Date("2026-11-29T07:05:00Z"),
  takenBackAt: null,
};

test("an import that is not a dry run ends with its number and how to take it back", () => {
  const words = "This is import 7. To take it back: npm run import -- --undo 7";
  expect(reportLines({ ...report, request: { ...report.request, dryRun: false } }).join("\n")).toContain(words);
  expect(reportLines(report).join("\n")).not.toContain("--undo");
});

test("the list of imports says of each whether it stands", () => {
  expect(importLines([])).toEqual(["Nothing was imported yet."]);
  expect(importLines([entry, { ...entry, county: "Orange", takenBackAt: new Date("2026-11-30T08:00:00Z") }])).toEqual([
    "  12  2026-11-29 07:05 UTC  samhsa 2024, as of 2023-01-01, 12,205 rows of directory.csv: stands",
    "  12  2026-11-29 07:05 UTC  samhsa 2024, as of 2023-01-01, Orange County, 12,205 rows of directory.csv: taken back 2026-11-30 08:00 UTC",
  ]);
});

test("what taking back did names every figure, and the places it was about", () => {
  const text = takeBackLines({
    entry,
    dryRun: false,
    rawRows: 12_205,
    listings: { removed: ["typo"], archived: ["ranked"], returned: 3, changed: 4 },
    site: { returned: 1_604, left: 2 },
    facts: { removed: 5, written: 6 },
    licenses: { removed: 7, written: 8 },
    licensedListings: { places: 541, new: 0, changed: 0, withdrawn: 1 },
    matches: 9,
  }).join("\n");
  for (const words of [
    "import 12 taken back (samhsa 2024",
    "12,205 removed",
    "1 removed, 1 archived, 3 there again, 4 changed back",
    "1,604 places back, 2 no longer",
    "5 removed, 6 written as before",
    "7 removed, 8 written as before",
    "9 matches and positions changed",
    "541 places that only the state's list names: 0 new, 0 changed; 1 off the site",
    "    typo",
    "    ranked",
    "Ranking editions keep the figures",
  ])
    expect(text).toContain(words);
});
