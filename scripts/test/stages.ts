import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startNode } from "../setup/commands.mjs";
import { Failure, describeFailure } from "../setup/failure.mjs";
import { beforeEnd } from "../setup/process.mjs";
import { countTests, noTests, type Count } from "./counts";
import { runEndToEnd } from "./end-to-end";

const VITEST = "node_modules/vitest/vitest.mjs";

type Stage = { name: string; run: (report: string) => Promise<number> };

const STAGES: Stage[] = [
  { name: "check", run: (report) => node("scripts/check.mjs", ...vitestReport(report)) },
  { name: "unit", run: (report) => node(VITEST, "run", "--project", "unit", ...vitestReport(report)) },
  { name: "integration", run: (report) => node(VITEST, "run", "--project", "integration", ...vitestReport(report)) },
  { name: "e2e", run: runEndToEnd },
];

/**
 * Runs the stages in order, all of them even when one fails, and prints the totals of the runners' own reports. A
 * stage that fails without a failed test (a static check, a crash) counts as one failure.
 * @param names of stages; none for all
 * @returns the exit code
 */
export async function runStages(names: string[]): Promise<number> {
  const unknown = names.find((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown)
    throw new Failure(`There is no stage "${unknown}". Stages: ${STAGES.map(({ name }) => name).join(", ")}`);
  const folder = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-"));
  beforeEnd(() => rmSync(folder, { recursive: true, force: true }));
  // Whatever a test leaves in the temporary folder goes with it.
  process.env.TMPDIR = folder;

  const total = { ...noTests };
  for (const { name, run } of STAGES.filter((stage) => names.length === 0 || names.includes(stage.name))) {
    const { passed, failed } = await timed(name, run, path.join(folder, `${name}-report.json`));
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

async function timed(name: string, run: Stage["run"], report: string): Promise<Count> {
  console.log(`\n━━ ${name}`);
  const start = performance.now();
  const code = await run(report).catch((error: unknown) => {
    console.error(`\n${describeFailure(error)}`);
    return 1;
  });
  const count = countTests(report);
  if (code !== 0 && count.failed === 0) count.failed = 1;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`━━ ${name}: ${count.passed} tests passed, ${count.failed} failed  ${seconds} s`);
  return count;
}

const vitestReport = (file: string) => [
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${file}`,
  "--passWithNoTests",
];

function node(...args: string[]): Promise<number> {
  const child = startNode(args);
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}
