import "server-only";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CRISIS_KEYS, FIRST_CRISIS_LINES, type CrisisLines } from "@/lib/shared/crisis-lines";
import { z } from "@/lib/shared/zod";
import { env } from "./env";
import { describeError, logger } from "./logger";

const dialed = z.string().regex(/^[0-9]+(-[0-9]+)*$/);
const keptSchema = z.object({
  numbers: z
    .array(
      z.object({
        key: z.enum(CRISIS_KEYS),
        number: dialed,
        tty: dialed.optional(),
      }),
    )
    .min(1),
  checkedOn: z.iso.date(),
});

let written: string | undefined;

/**
 * Keeps the help lines beside the database, for the pages about a failure. Called with every reading of the settings;
 * writes only what is new. A disk that refuses is no reason to refuse a page.
 */
export function keepCrisisLines(lines: CrisisLines): void {
  const text = JSON.stringify(lines);
  if (text === written) return;
  try {
    const file = keptFile();
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
    written = text;
  } catch (error) {
    logger.warn("crisis_lines.not_kept", describeError(error));
  }
}

/** The lines that the settings had when they were last read, also before this process; else the first ones. */
export function keptCrisisLines(): CrisisLines {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(keptFile(), "utf8")));
  } catch {
    return FIRST_CRISIS_LINES;
  }
}

function keptFile(): string {
  return path.resolve(env().DATA_DIR, "crisis-lines.json");
}
