import { execFile } from "node:child_process";
import path from "node:path";
import { vi } from "vitest";
import { SERVER_TYPESCRIPT } from "../../scripts/setup/commands.mjs";
import { testEnvironment } from "./environment";

/** What the site needs and a command of the records does not: keys, a mail server. */
const NOT_NEEDED = Object.keys(testEnvironment).filter((name) => !/^(NODE_ENV|LOG_LEVEL)$/.test(name));
const unset = Object.fromEntries(NOT_NEEDED.map((name) => [name, ""]));

/** What a command said and how it ended, as a log sees it. */
export interface Ended {
  code: unknown;
  output: string;
  errors: string;
}

/** Runs a command such as "scripts/rank.ts" as people do, in a process of its own and with the database's URL only. */
export function startCommand(script: string, ...words: string[]): Promise<Ended> {
  return startCommandWith({}, script, ...words);
}

/** The same for a command that needs more. */
export function startCommandWith(settings: Record<string, string>, script: string, ...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...SERVER_TYPESCRIPT, script, ...words],
      { env: { ...process.env, ...unset, ...settings } },
      (error, output, errors) => resolve({ code: error ? error.code : 0, output, errors }),
    );
  });
}

/** Runs it in this process, which spares starting one; for a command that sets its exit code and lets things end. */
export async function runCommand(
  script: string,
  words: string[],
  settings: Record<string, string> = {},
): Promise<Ended> {
  const said = { log: "", error: "" };
  for (const method of ["log", "error"] as const)
    vi.mocked(console[method]).mockImplementation((line) => void (said[method] += `${line}\n`));
  const argv = process.argv;
  process.argv = ["node", script, ...words];
  for (const [name, value] of Object.entries({ ...unset, ...settings })) vi.stubEnv(name, value);
  vi.resetModules();
  try {
    await import(path.resolve(script));
    return { code: process.exitCode ?? 0, output: said.log, errors: said.error };
  } finally {
    vi.unstubAllEnvs();
    process.argv = argv;
    process.exitCode = undefined;
  }
}
