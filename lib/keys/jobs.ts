import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { system } from "@/lib/audit/actor";
import { describeError, logger } from "@/lib/server/logger";
import { recordKeys } from "./mutations";
import { checkKeys } from "./queries";
import type { KeyProblem } from "./types";

const AGAIN_MS = 2_000;

/**
 * Compares the keys with the database, and notes those that are new, before anything is written with them.
 * @returns what is wrong; nothing when they fit
 * @throws when the database does not answer: that says nothing of the keys
 */
export async function admitKeys(): Promise<KeyProblem[]> {
  const problems = await checkKeys();
  if (problems.length > 0) return problems;
  await recordKeys(system("keys"));
  // Another process may have noted another key by the same id a moment ago.
  return checkKeys();
}

/**
 * For the site, which starts without a database too: ends the process in words when the keys are wrong, at once or as
 * soon as the database can be asked. (An error in the framework's hook would leave a server that answers 500.)
 */
export async function refuseWrongKeys(): Promise<void> {
  const problems = await admitOrNull();
  if (problems === null) void untilAdmitted().then(endWith);
  else endWith(problems);
}

/** The result of `admitKeys`, as soon as the database answers; no problems when `signal` aborts before. */
export async function untilAdmitted(signal = new AbortController().signal): Promise<KeyProblem[]> {
  while (!signal.aborted) {
    const problems = await admitOrNull();
    if (problems) return problems;
    await pause(AGAIN_MS, undefined, { signal }).catch(() => undefined);
  }
  return [];
}

async function admitOrNull(): Promise<KeyProblem[] | null> {
  try {
    return await admitKeys();
  } catch (error) {
    logger.warn("keys.not_checked", describeError(error));
    return null;
  }
}

function endWith(problems: KeyProblem[]): void {
  if (problems.length === 0) return;
  process.stderr.write(`\nerror  ${keyWords(problems)}\n`);
  process.exit(1);
}

/** The problems as somebody reads them who starts the site. */
export function keyWords(problems: readonly KeyProblem[]): string {
  return `These keys do not fit the database:\n  ${problems.map(({ words }) => words).join("\n  ")}`;
}
