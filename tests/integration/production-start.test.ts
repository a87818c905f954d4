import { spawn } from "node:child_process";
import { describe, expect, test } from "vitest";
import { testEnvironment } from "../support/environment";

const whole = { ...testEnvironment, NODE_ENV: "production", DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none" };

/** Starts a command as production does, with these settings and no others, until it ends. */
function start(script: string, settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script], {
    env: { PATH, HOME, NODE_ENV: "production", ...settings },
    timeout: 20_000,
  });
  let said = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  return new Promise((resolve) => child.once("exit", (code) => resolve({ code, said })));
}

describe("production", () => {
  test.each(["scripts/start.ts", "scripts/worker.ts"])(
    "%s refuses to start without keys, and says what to set",
    async (script) => {
      const { ENCRYPTION_KEYS: _, APP_SECRET: __, ...settings } = whole;
      const { code, said } = await start(script, settings);
      expect(code).toBe(1);
      expect(said).toMatch(/ENCRYPTION_KEYS: set id:key pairs/);
      expect(said).toMatch(/APP_SECRET: set 32 or more random characters/);
    },
  );

  test.each([
    ["is too short", "k1:c2hvcnQ="],
    ["has no id", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="],
    [
      "shares its id with another",
      "k1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=,k1:YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=",
    ],
  ])("refuses a key that %s, and does not print it", async (_, ENCRYPTION_KEYS) => {
    const { code, said } = await start("scripts/worker.ts", { ...whole, ENCRYPTION_KEYS });
    expect([code, said.includes("ENCRYPTION_KEYS")]).toEqual([1, true]);
    expect(said).not.toContain(ENCRYPTION_KEYS.slice(-20));
  });
});
