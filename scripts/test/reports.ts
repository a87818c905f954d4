import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export interface TimedTest {
  name: string;
  seconds: number;
}

/** What the runners of a stage said. */
export interface Outcome {
  passed: number;
  failed: number;
  tests: TimedTest[];
  /** Names of tests that passed only when tried again. */
  flaky: string[];
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; assertionResults: { title: string; duration?: number }[] }[];
}

interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs: { title: string; file: string; tests: { status: string; results: { duration: number }[] }[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  suites: PlaywrightSuite[];
}

/** What reports of Vitest and Playwright say together; nothing for a runner that ended before it wrote one. */
export function readReports(files: string[]): Outcome {
  const outcomes = files.filter((file) => existsSync(file)).map(readReport);
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    tests: outcomes.flatMap(({ tests }) => tests),
    flaky: outcomes.flatMap(({ flaky }) => flaky),
  };
}

function readReport(file: string): Outcome {
  const report = JSON.parse(readFileSync(file, "utf8")) as VitestReport | PlaywrightReport;
  return "stats" in report ? ofPlaywright(report) : ofVitest(report);
}

function ofVitest({ numPassedTests, numFailedTests, testResults }: VitestReport): Outcome {
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ title, duration = 0 }) => ({
      name: `${path.relative(process.cwd(), name)} › ${title}`,
      seconds: duration / 1000,
    })),
  );
  return { passed: numPassedTests, failed: numFailedTests, tests, flaky: [] };
}

function ofPlaywright({ stats, suites }: PlaywrightReport): Outcome {
  const specs = suites.flatMap(specsIn);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    tests: specs.map(({ name, tests }) => ({
      name,
      seconds: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0) / 1000,
    })),
    flaky: specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky")).map(({ name }) => name),
  };
}

/** The tests below a suite; the outermost suite is the file. */
function specsIn(suite: PlaywrightSuite): (PlaywrightSuite["specs"][number] & { name: string })[] {
  const own = suite.specs.map((spec) => ({ ...spec, name: `tests/e2e/${spec.file} › ${spec.title}` }));
  return [...own, ...(suite.suites ?? []).flatMap(specsIn)];
}
