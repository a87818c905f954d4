import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { readReports } from "./reports";

function report(content: object): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "report-")), "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitest = {
  numPassedTests: 7,
  numFailedTests: 2,
  testResults: [{ name: path.resolve("lib/a.test.ts"), assertionResults: [{ title: "adds", duration: 1500 }] }],
};

const spec = (title: string, status: string, ...durations: number[]) => ({
  title,
  file: "reading/map.spec.ts",
  tests: [{ status, results: durations.map((duration) => ({ duration })) }],
});

const playwright = {
  stats: { expected: 4, unexpected: 1, flaky: 1 },
  suites: [
    {
      title: "reading/map.spec.ts",
      specs: [spec("shows all", "expected", 2000)],
      suites: [{ title: "on a phone", specs: [spec("fits", "flaky", 1000, 500)] }],
    },
  ],
};

test("passed, failed and repeated tests are counted from both runners' reports, with the time of each", () => {
  expect(readReports([report(vitest), report(playwright)])).toEqual({
    passed: 12,
    failed: 3,
    tests: [
      { name: "lib/a.test.ts › adds", seconds: 1.5 },
      { name: "tests/e2e/reading/map.spec.ts › shows all", seconds: 2 },
      { name: "tests/e2e/reading/map.spec.ts › fits", seconds: 1.5 },
    ],
    flaky: ["tests/e2e/reading/map.spec.ts › fits"],
  });
});

test("a runner that wrote no report counted nothing", () => {
  expect(readReports(["/nowhere/report.json"])).toEqual({ passed: 0, failed: 0, tests: [], flaky: [] });
});
