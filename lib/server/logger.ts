import "server-only";
import pino from "pino";
import { env } from "./env";

/** What a line may have: ids, codes, counts. Never what a person typed, and never an error's message. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** In case somebody breaks this rule: these fields are never printed. */
const NEVER_PRINTED = ["name", "email", "phone", "message", "address", "to", "text", "html", "subject", "err", "error"];

let instance: pino.Logger | undefined;
let write = (line: string): void => void process.stdout.write(line);

/** From now on, lines go there instead of to standard output. @param to never throws; is given each line with its end */
export function writeLinesTo(to: (line: string) => void): void {
  write = to;
}

/** JSON lines on standard output, or where `writeLinesTo` says; `event` naming what happened as `noun.verb`. */
export const logger = {
  debug: (event: string, fields: LogFields = {}) => lines().debug(fields, event),
  info: (event: string, fields: LogFields = {}) => lines().info(fields, event),
  warn: (event: string, fields: LogFields = {}) => lines().warn(fields, event),
  error: (event: string, fields: LogFields = {}) => lines().error(fields, event),
};

/**
 * What may be logged of an exception: its class, its code and where it was thrown. Messages are left out because
 * database and mail errors quote what they were given.
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line) && !/node_modules|node:/.test(line));
  return {
    kind: error.name,
    code,
    at: frames
      ?.slice(0, 5)
      .map((line) => line.trim())
      .join(" < "),
  };
}

function lines(): pino.Logger {
  instance ??= begin();
  return instance;
}

function begin(): pino.Logger {
  // A full disk, or a reader that is gone: what this process does matters more than what it says.
  for (const output of [process.stdout, process.stderr]) output.on("error", () => undefined);
  return pino(
    {
      level: env().LOG_LEVEL,
      base: null,
      messageKey: "event",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: NEVER_PRINTED, censor: "[withheld]" },
    },
    { write: (line: string) => write(line) },
  );
}
