import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";

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
  /** What failed, each with the first lines of its last error. */
  failures: { name: string; error: string }[];
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: VitestFile[];
}

interface VitestFile {
  name: string;
  status?: string;
  /** Why the file itself failed, such as a hook before its tests. */
  message?: string;
  /** A test that passed at another try keeps the messages of those before. */
  assertionResults: { title: string; status?: string; duration?: number; failureMessages?: string[] }[];
}

interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    file: string;
    tests: { status: string; results: { duration: number; error?: { message?: string } }[] }[];
  }[];
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
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}

function readReport(file: string): Outcome {
  const report = JSON.parse(readFileSync(file, "utf8")) as VitestReport | PlaywrightReport;
  return "stats" in report ? ofPlaywright(report) : ofVitest(report);
}

function ofVitest({ numPassedTests, numFailedTests, testResults }: VitestReport): Outcome {
  const tests = testResults.flatMap((file) =>
    file.assertionResults.map(({ title, status, duration = 0, failureMessages = [] }) => ({
      name: `${relative(file)} › ${title}`,
      seconds: duration / 1000,
      failed: status === "failed",
      error: failureMessages.at(-1) ?? "",
    })),
  );
  const files = testResults
    .filter(({ status, assertionResults }) => status === "failed" && !assertionResults.some(isFailed))
    .map((file) => ({ name: relative(file), error: beginning(file.message ?? "") }));
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    tests: tests.map(({ name, seconds }) => ({ name, seconds })),
    flaky: tests.filter(({ failed, error }) => !failed && error).map(({ name }) => name),
    failures: [
      ...files,
      ...tests.filter(({ failed }) => failed).map(({ name, error }) => ({ name, error: beginning(error) })),
    ],
  };
}

const relative = ({ name }: VitestFile) => path.relative(process.cwd(), name);

const isFailed = ({ status }: { status?: string }) => status === "failed";

const ERROR_LINES = 8;

/** The first lines of an error, without the colours of a terminal. */
const beginning = (error: string) => stripVTControlCharacters(error).split("\n").slice(0, ERROR_LINES).join("\n");

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
    failures: specs.flatMap(({ name, tests }) =>
      tests
        .filter(({ status }) => status === "unexpected")
        .map(({ results }) => ({ name, error: beginning(results.at(-1)?.error?.message ?? "") })),
    ),
  };
}

/** The tests below a suite; the outermost suite is the file. */
function specsIn(suite: PlaywrightSuite): (PlaywrightSuite["specs"][number] & { name: string })[] {
  const own = suite.specs.map((spec) => ({ ...spec, name: `tests/e2e/${spec.file} › ${spec.title}` }));
  return [...own, ...(suite.suites ?? []).flatMap(specsIn)];
}
