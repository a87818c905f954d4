import { expect, test } from "vitest";
import { reportLines } from "./report";
import type { ImportReport } from "./types";

const report: ImportReport = {
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
  unknownCodes: [["ULC", 3]],
  staffDifferences: [{ slug: "harbor", field: "phone", kept: "+13105550199", stated: null }],
  gone: [],
  matches: { address: 157, phoneAndZip: 33, current: 188, unmatched: 115, doubtful: 9 },
};

test("a report names every figure, and the first of what needs a person", () => {
  const text = reportLines(report).join("\n");
  for (const words of [
    "Dry run, nothing is written: samhsa 2024, facts as of 2023-01-01 (year), Los Angeles County",
    "names 305 places, and edition 2023 before it named 400",
    "read as windows-1252",
    "20,524; skipped 8,319 mental health, 11,895 other county",
    "1 new, 2 changed, 302 unchanged, 0 known from a newer edition",
    "157 by address, 33 by phone and ZIP (188 with a license valid",
    "115; doubtful pairs 9",
    "codes that no code book explains: ULC (3)",
    "refused: 25",
    "line 2: the row is blank",
    "and 5 more",
    "values not taken, though their rows are: 1,500",
    'intake1: the extension (1,500): line 2 "100", line 3 "101"',
    "and 1,495 more",
    "line 9: the same site as line 8",
    'harbor, phone: ours "+13105550199", the file\'s null',
    "no longer named by this edition: 0",
  ])
    expect(text).toContain(words);
});
