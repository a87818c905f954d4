import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findChromium } from "../setup/chromium";
import { startNode, stopGroup } from "../setup/commands.mjs";
import { Failure } from "../setup/failure.mjs";
import { freePort } from "../setup/ports";
import { testFiles } from "./files";
import { layHouse } from "./house";

/** The developer's own settings must not reach the tests; an empty value also hides that of a `.env` file. */
const LEFT_OUT = [
  "HOST",
  "TRUSTED_PROXY",
  "DATABASE_URL",
  "SITE_URL",
  "SMTP_URL",
  "APP_SECRET",
  "ENCRYPTION_KEYS",
  "MAIL_FROM",
  "MAIL_TO",
  "TEAM_EMAIL",
];
/** tests/support/visitor.ts sends each of its visitors' IPs in that header; browsers have their socket's. */
const FOR_TESTS = { TRUSTED_PROXY_HEADER: "x-test-ip", METRICS_TOKEN: "only-for-these-tests-5d1" };
const ADMINISTRATOR = { ADMIN_EMAIL: "admin@example.org", ADMIN_PASSWORD: "only-for-these-tests-2b7" };
/** Where the commands' sources are kept in the form that Node runs; a run's own temporary folder begins empty. */
const TMPDIR = tmpdir();
const PLAYWRIGHT = "node_modules/@playwright/test/cli.js";
/**
 * The projects of playwright.config.ts, one folder each. Tests that write come last, even when those that read failed.
 */
const PROJECTS = ["reading", "writing"];

/**
 * Serves the production build exactly as `npm run up` does, with everything in a folder that is thrown away, and runs
 * the browser tests against it.
 * @param files the tests' files; none for all
 * @param newReport gives the name of a file for one more report
 * @returns the exit code of the tests
 */
export async function runEndToEnd(files: string[], newReport: () => string): Promise<number> {
  const CHROMIUM_PATH = findChromium();
  const folder = path.join(mkdtempSync(path.join(tmpdir(), "e2e-")), "house");
  const empty = Object.fromEntries(LEFT_OUT.map((name) => [name, ""]));
  const house = {
    ...process.env,
    ...empty,
    ...ADMINISTRATOR,
    ...FOR_TESTS,
    LOG_LEVEL: "info",
    npm_lifecycle_event: "",
  };
  await layHouse(house, folder);
  const PORT = String(await freePort());
  const env = { ...house, PORT, TMPDIR, DATA_DIR: folder };
  const log = path.join(folder, "up.log");

  const up = startNode(["scripts/up.mjs"], { env, log });
  try {
    await untilServed(up, log);
    const site = { BASE_URL: `http://localhost:${PORT}`, CHROMIUM_PATH };
    let code = 0;
    for (const project of PROJECTS) {
      const own = (files.length > 0 ? files : testFiles("e2e")).filter((file) =>
        file.startsWith(`tests/e2e/${project}/`),
      );
      if (own.length === 0) continue;
      const choice = ["test", "--project", project, "--no-deps", ...(files.length > 0 ? own : [])];
      const ended = await played(choice, { ...env, ...site, E2E_REPORT: newReport() });
      code ||= ended;
    }
    return code;
  } finally {
    await stopGroup(up);
  }
}

function played(choice: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const tests = startNode([PLAYWRIGHT, ...choice], { env });
  return new Promise((resolve) => tests.once("exit", (code) => resolve(code ?? 1)));
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
