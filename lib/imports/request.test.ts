import { expect, test } from "vitest";
import { parseCommand, parseRequest } from "./request";

const EDITION_2024 = ["rows.csv", "--source", "samhsa", "--edition", "2024"];

test("the command's words become a request", () => {
  const words = "rows.csv --source samhsa --edition 2024 --county=LOS\u00a0ANGELES --dry-run".split(" ");
  words[5] = "--county=los angeles county";
  expect(parseRequest(words)).toEqual({
    file: "rows.csv",
    source: "samhsa",
    edition: "2024",
    county: "Los Angeles",
    dryRun: true,
    date: { asOf: "2023-01-01", precision: "year" },
  });
});

test("an edition that names many fewer places is confirmed by a word", () => {
  expect(parseRequest("rows.csv --source samhsa --edition 2024 --confirm".split(" "))).toMatchObject({ confirm: true });
});

test("asking for help is no request", () => {
  expect(parseRequest(["--help"])).toBeNull();
});

test.each([
  ["", /Name the file/],
  ["rows.csv --edition 2024", /--source must be samhsa or dhcs\./],
  ["rows.csv --source sahmsa --edition 2024", /--source must be samhsa or dhcs, not sahmsa/],
  ["rows.csv --source samhsa", /Name the edition/],
  ["rows.csv --source samhsa --edition 2024 --county Cook", /"Cook" is no county of California/],
  ["rows.csv more.csv --source samhsa --edition 2024", /One file at a time/],
  ["rows.csv --sauce samhsa", /--sauce/],
])("%j is answered with what to write", (words, answer) => {
  expect(() => parseRequest(words.split(" ").filter(Boolean))).toThrow(answer);
});

test.each([
  ["--list", { kind: "list" }],
  ["--undo 3", { kind: "undo", number: 3, dryRun: false }],
  ["--undo 12 --dry-run", { kind: "undo", number: 12, dryRun: true }],
  ["--help", { kind: "help" }],
  ["rows.csv --source samhsa --edition 2024", { kind: "import", request: parseRequest(EDITION_2024) }],
])("%j is a command", (words, command) => {
  expect(parseCommand(words.split(" "))).toEqual(command);
});

test.each([
  ["--undo", /--undo/],
  ["--undo 0", /takes the number of an import, not "0"/],
  ["--undo last", /not "last"/],
  ["--undo 1.5", /not "1.5"/],
  ["--undo 3 rows.csv", /stand alone/],
  ["--undo 3 --source samhsa", /stand alone/],
  ["--undo 3 --list", /stand alone/],
  ["--list rows.csv", /stand alone/],
])("%j is no command, and the answer says what to write", (words, answer) => {
  expect(() => parseCommand(words.split(" "))).toThrow(answer);
});
