import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { counted } from "../../lib/shared/counted";
import { startNode } from "../setup/commands.mjs";
import { Failure, describeFailure } from "../setup/failure.mjs";
import { beforeEnd } from "../setup/process.mjs";
import { changedFiles, reachOf, type Reach } from "./changed";
import { runEndToEnd } from "./end-to-end";
import { testFiles } from "./files";
import { readReports } from "./reports";
import { USAGE, type StageName, type TestRequest } from "./request";
import { count, summary, type StageResult } from "./summary";

const VITEST = "node_modules/vitest/vitest.mjs";

/**
 * Runs the stages in order, all of them even when one fails, and prints the totals of the runners' own reports. A
 * stage that fails without a failed test (a static check, a crash) counts as one failure.
 * @returns the exit code
 */
export async function runStages(request: TestRequest): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-"));
  beforeEnd(() => rmSync(folder, { recursive: true, force: true }));
  // Whatever a test leaves in the temporary folder goes with it.
  process.env.TMPDIR = folder;

  const results: StageResult[] = [];
  for (const { stage, reach } of chosen(request))
    if (reach === "nothing") console.log(`\n━━ ${stage}: nothing that changed can reach it`);
    else results.push(await runStage(stage, reach, folder));
  console.log(summary(results));
  return count(results, "failed") > 0 || count(results, "passed") === 0 ? 1 : 0;
}

/** @throws Failure when no file's path has a word */
function chosen({ stages, words, changedSince }: TestRequest): { stage: StageName; reach: Reach }[] {
  if (changedSince) {
    const changed = changedFiles(changedSince);
    console.log(`── ${counted(changed.length, "file differs", "files differ")} from ${changedSince}`);
    return stages.map((stage) => ({ stage, reach: stage === "check" ? "all" : reachOf(stage, changed) }));
  }
  if (words.length === 0) return stages.map((stage) => ({ stage, reach: "all" }));
  const found = stages
    .map((stage) => ({ stage, reach: { files: stage === "check" ? [] : testFiles(stage, words) } }))
    .filter(({ reach }) => reach.files.length > 0);
  if (found.length > 0) return found;
  throw new Failure(`No test file of ${stages.join(", ")} has ${words.join(" or ")} in its path.\n\n${USAGE}`);
}

async function runStage(stage: StageName, reach: Exclude<Reach, "nothing">, folder: string): Promise<StageResult> {
  console.log(`\n━━ ${stage}`);
  const start = performance.now();
  const reports: string[] = [];
  const newReport = () => {
    const file = path.join(folder, `${stage}-${reports.length}.json`);
    reports.push(file);
    return file;
  };
  const code = await run(stage, reach, newReport).catch((error: unknown) => {
    console.error(`\n${describeFailure(error)}`);
    return 1;
  });
  const outcome = readReports(reports);
  if (code !== 0 && outcome.failed === 0) outcome.failed = 1;
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `━━ ${stage}: ${counted(outcome.passed, "test")} passed, ${outcome.failed} failed  ${seconds.toFixed(1)} s`,
  );
  return { stage, seconds, ...outcome };
}

async function run(stage: StageName, reach: Exclude<Reach, "nothing">, newReport: () => string): Promise<number> {
  if (stage === "check") return node("scripts/check.mjs", ...vitestReport(newReport()));
  if (stage === "e2e") return runEndToEnd(typeof reach === "object" && "files" in reach ? reach.files : [], newReport);
  return node(VITEST, ...vitestChoice(reach), "--project", stage, ...vitestReport(newReport()));
}

function vitestChoice(reach: Exclude<Reach, "nothing">): string[] {
  if (reach === "all") return ["run"];
  return "files" in reach ? ["run", ...reach.files] : ["related", "--run", ...reach.importersOf];
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
