// `npm run import -- FILE --source samhsa|dhcs --edition …`: brings a public file into the database, and says what it
// did. `--list` shows every import with its number, and `--undo NUMBER` takes one back completely.

import { setFlagsFromString } from "node:v8";
import { SingleBar } from "cli-progress";
import { system } from "@/lib/audit/actor";
import { ImportFailure } from "@/lib/sources/failure";
import { importFile } from "@/lib/imports/jobs";
import { listImports } from "@/lib/imports/queries";
import { importLines, reportLines, takeBackLines } from "@/lib/imports/report";
import { parseCommand, USAGE, type Command } from "@/lib/imports/request";
import type { ImportRequest } from "@/lib/imports/types";
import { db } from "@/lib/server/db";
import { clearPageCache } from "@/lib/server/page-cache";
import { requireSettings } from "./setup/settings-check";
import type { ImportProgress, ReportProgress } from "@/lib/sources/progress";
import { takeBackImport } from "@/lib/imports/take-back";

// A national file makes much short-lived garbage: collected early, it takes 350 MB instead of 500, in the same time.
setFlagsFromString("--heap-growing-percent=30");

try {
  const command = parseCommand(process.argv.slice(2));
  console.log(command.kind === "help" ? USAGE : (await run(command)).join("\n"));
  process.exit(0);
} catch (error) {
  console.error(`\nerror  ${wordsOf(error)}\n`);
  process.exit(1);
}

async function run(command: Exclude<Command, { kind: "help" }>): Promise<string[]> {
  requireSettings(["DATABASE_URL"]);
  const { progress, stop } = process.stdout.isTTY ? progressBar() : progressLines();
  try {
    if (command.kind === "list") return importLines(await listImports(db));
    if (command.kind === "undo") return await takeBack(command, progress);
    return await bringIn(command.request, progress);
  } finally {
    stop();
    await db.$disconnect();
  }
}

async function bringIn(request: ImportRequest, progress: ReportProgress): Promise<string[]> {
  const report = await importFile(system("import"), request, progress);
  if (!request.dryRun) await clearPageCache();
  return reportLines(report);
}

async function takeBack(
  { number, dryRun }: Extract<Command, { kind: "undo" }>,
  progress: ReportProgress,
): Promise<string[]> {
  const report = await takeBackImport(system("import"), number, dryRun, progress);
  if (!dryRun) await clearPageCache();
  return takeBackLines(report);
}

function progressBar(): { progress: ReportProgress; stop: () => void } {
  const bar = new SingleBar({ format: "{stage} [{bar}] {value}/{total}", hideCursor: true, clearOnComplete: true });
  let current: ImportProgress["stage"] | undefined;
  return {
    progress: ({ stage, done, total }) => {
      const words = { stage: stage.padEnd(8) };
      // A bar without a total would look full.
      if (stage !== current) bar.start(total || 1, done, words);
      bar.setTotal(total || 1);
      bar.update(done, words);
      current = stage;
    },
    stop: () => bar.stop(),
  };
}

/** For a log: a line when a stage is done. */
function progressLines(): { progress: ReportProgress; stop: () => void } {
  return {
    progress: ({ stage, done, total }) => {
      if (total > 0 && done === total) console.log(`${stage.padEnd(8)} ${done}/${total}`);
    },
    stop: () => {},
  };
}

/** What to do, when we know it; else everything that helps to find out. */
function wordsOf(error: unknown): string {
  if (error instanceof ImportFailure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
