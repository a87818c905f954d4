import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { countTests } from "./counts";

function report(content: object): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "report-")), "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("passed and failed tests are counted from either runner's report", () => {
  expect(countTests(report({ numPassedTests: 7, numFailedTests: 2, success: false }))).toEqual({
    passed: 7,
    failed: 2,
  });
  expect(countTests(report({ stats: { expected: 4, unexpected: 1, flaky: 1 } }))).toEqual({ passed: 5, failed: 1 });
});

test("a runner that wrote no report counted nothing", () => {
  expect(countTests("/nowhere/report.json")).toEqual({ passed: 0, failed: 0 });
});
