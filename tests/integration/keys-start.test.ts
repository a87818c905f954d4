import { execFile } from "node:child_process";
import { beforeAll, expect, test, vi } from "vitest";
import { admitKeys } from "@/lib/keys/jobs";
import { SERVER_TYPESCRIPT } from "../../scripts/setup/commands.mjs";
import { testDatabase } from "../support/database";
import { patience } from "../support/patience.mjs";

// Whole commands run here.
vi.setConfig({ testTimeout: patience(120_000) });
testDatabase();

beforeAll(async () => void (await admitKeys()));

const WRONG = "test:YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=";

/** Runs it until it ends by itself, with a key that the database knows as another one. */
function start(...script: string[]): Promise<{ code: unknown; said: string }> {
  const env = { ...process.env, ENCRYPTION_KEYS: WRONG };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...SERVER_TYPESCRIPT, ...script],
      { env, timeout: patience(20_000) },
      (error, output, errors) => resolve({ code: error?.code ?? 0, said: output + errors }),
    );
  });
}

test.each(["scripts/start.ts", "scripts/worker.ts", "scripts/reencrypt.ts"])(
  "%s refuses a wrong key, and says what to do, and does not print it",
  async (script) => {
    const { code, said } = await start(script);
    expect(code).toBe(1);
    expect(said).toMatch(/ENCRYPTION_KEYS: test is not the key that this database knows.*Put the former test back/);
    expect(said).not.toContain(WRONG.slice(-20));
    expect(said).not.toMatch(/ at .*:\d+:\d+/);
  },
);

test("so does the site when the framework starts it by itself", async () => {
  const site = 'await (await import("./lib/keys/jobs.ts")).refuseWrongKeys(); console.log("started");';
  const { code, said } = await start("--input-type=module", "--eval", site);
  expect(code).toBe(1);
  expect(said).toMatch(/ENCRYPTION_KEYS: test is not the key that this database knows/);
  expect(said).not.toContain("started");
});
