import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findChromium } from "../setup/chromium";
import { startNode, stopGroup } from "../setup/commands.mjs";
import { Failure } from "../setup/failure.mjs";
import { freePort } from "../setup/ports";

/** Settings of whoever runs the tests must not reach them; empty also keeps a `.env` file's out. */
const LEFT_OUT = ["DATABASE_URL", "SITE_URL", "SMTP_URL", "APP_SECRET", "ENCRYPTION_KEYS", "MAIL_FROM", "MAIL_TO"];
/** tests/support/visitor.ts sends each of its visitors' addresses in that header; browsers have their socket's. */
const FOR_TESTS = { TRUSTED_PROXY_HEADER: "x-test-address", METRICS_TOKEN: "only-for-these-tests-5d1" };
const ADMINISTRATOR = { ADMIN_EMAIL: "admin@example.org", ADMIN_PASSWORD: "only-for-these-tests-2b7" };
const PLAYWRIGHT = "node_modules/@playwright/test/cli.js";

/**
 * Serves the production build exactly as `npm run up` does, with everything in a folder that is thrown away, and runs
 * the browser tests against it.
 * @returns the exit code of the tests
 */
export async function runEndToEnd(report: string): Promise<number> {
  const CHROMIUM_PATH = findChromium();
  const folder = mkdtempSync(path.join(tmpdir(), "e2e-"));
  const PORT = String(await freePort());
  const empty = Object.fromEntries(LEFT_OUT.map((name) => [name, ""]));
  const env = { ...process.env, ...empty, ...ADMINISTRATOR, ...FOR_TESTS, PORT, DATA_DIR: folder, LOG_LEVEL: "info" };
  const log = path.join(folder, "up.log");

  const up = startNode(["scripts/up.mjs"], { env: { ...env, npm_lifecycle_event: "" }, log });
  try {
    await untilServed(up, log);
    const address = { BASE_URL: `http://localhost:${PORT}`, CHROMIUM_PATH, E2E_REPORT: report };
    const tests = startNode([PLAYWRIGHT, "test", "--pass-with-no-tests"], { env: { ...env, ...address } });
    return await new Promise<number>((resolve) => tests.once("exit", (code) => resolve(code ?? 1)));
  } finally {
    await stopGroup(up);
  }
}

/** Shows the start's progress, and fails with its last lines when it ends before the site is ready. */
async function untilServed(up: ChildProcess, log: string): Promise<void> {
  for (let shown = 0; ;) {
    const text = readFileSync(log, "utf8");
    process.stdout.write(text.slice(shown));
    shown = text.length;
    if (/^ready /m.test(text)) return;
    if (up.exitCode !== null || up.signalCode !== null) throw new Failure("The site did not start; see above.");
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
