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
  testResults: [
    {
      name: path.resolve("lib/a.test.ts"),
      status: "failed",
      assertionResults: [
        { title: "adds", status: "passed", duration: 1500, failureMessages: [] },
        { title: "waits", status: "passed", duration: 500, failureMessages: ["Error: too late"] },
        { title: "counts", status: "failed", failureMessages: ["Error: first", "\u001B[31mError: second\u001B[39m"] },
      ],
    },
    { name: path.resolve("lib/b.test.ts"), status: "failed", message: "Error: a hook", assertionResults: [] },
  ],
};

const spec = (title: string, status: string, durations: number[], message?: string) => ({
  title,
  file: "reading/map.spec.ts",
  tests: [{ status, results: durations.map((duration) => ({ duration, error: message && { message } })) }],
});

const playwright = {
  stats: { expected: 4, unexpected: 1, flaky: 1 },
  suites: [
    {
      title: "reading/map.spec.ts",
      specs: [spec("shows all", "expected", [2000]), spec("moves", "unexpected", [100], "a\nb")],
      suites: [{ title: "on a phone", specs: [spec("fits", "flaky", [1000, 500])] }],
    },
  ],
};

test("passed, failed and repeated tests are told from both runners' reports, with the time of each", () => {
  expect(readReports([report(vitest), report(playwright)])).toEqual({
    passed: 12,
    failed: 3,
    tests: [
      { name: "lib/a.test.ts › adds", seconds: 1.5 },
      { name: "lib/a.test.ts › waits", seconds: 0.5 },
      { name: "lib/a.test.ts › counts", seconds: 0 },
      { name: "tests/e2e/reading/map.spec.ts › shows all", seconds: 2 },
      { name: "tests/e2e/reading/map.spec.ts › moves", seconds: 0.1 },
      { name: "tests/e2e/reading/map.spec.ts › fits", seconds: 1.5 },
    ],
    flaky: ["lib/a.test.ts › waits", "tests/e2e/reading/map.spec.ts › fits"],
    failures: [
      { name: "lib/b.test.ts", error: "Error: a hook" },
      { name: "lib/a.test.ts › counts", error: "Error: second" },
      { name: "tests/e2e/reading/map.spec.ts › moves", error: "a\nb" },
    ],
  });
});

test("a runner that wrote no report counted nothing", () => {
  expect(readReports(["/nowhere/report.json"])).toEqual({ passed: 0, failed: 0, tests: [], flaky: [], failures: [] });
});
