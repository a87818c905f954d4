import { spawn } from "node:child_process";
import { describe, expect, test } from "vitest";
import { testEnvironment } from "../support/environment";
import { patience } from "../support/patience.mjs";

const DATABASE_URL = "postgresql://nobody@127.0.0.1:9/none";
const whole = { ...testEnvironment, NODE_ENV: "production", MAIL_TO: "team@example.org", DATABASE_URL };

/** Starts a command as production does, with these settings and no others, until it ends. */
function start(script: string, settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script], {
    env: { PATH, HOME, NODE_ENV: "production", ...settings },
    timeout: patience(20_000),
  });
  let said = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  return new Promise((resolve) => child.once("exit", (code) => resolve({ code, said })));
}

// What makes a setting wrong is in lib/server/env.test.ts; here, that each command asks before it starts anything.
describe("production", () => {
  const { ENCRYPTION_KEYS: _, APP_SECRET: __, ...keyless } = whole;

  test("scripts/start.ts refuses to start without keys, and says what to set", async () => {
    const { code, said } = await start("scripts/start.ts", keyless);
    expect(code).toBe(1);
    expect(said).toMatch(/ENCRYPTION_KEYS: set id:key pairs/);
    expect(said).toMatch(/APP_SECRET: set 32 or more random characters/);
  });

  test("scripts/worker.ts refuses a key that is too short, says so, and does not print it", async () => {
    const { code, said } = await start("scripts/worker.ts", { ...keyless, ENCRYPTION_KEYS: "k1:dG9vIHNob3J0" });
    expect(code).toBe(1);
    expect(said).toMatch(/ENCRYPTION_KEYS: set id:key pairs/);
    expect(said).toMatch(/APP_SECRET: set 32 or more random characters/);
    expect(said).not.toContain("dG9vIHNob3J0");
    expect(said).not.toMatch(/ at .*:\d+:\d+/);
  });

  test.each(["scripts/start.ts", "scripts/worker.ts"])(
    "%s takes no usual value for what people see or where inquiries go",
    async (script) => {
      const { code, said } = await start(script, { ...whole, SITE_URL: " ", MAIL_TO: "" });
      expect(code).toBe(1);
      expect(said).toMatch(/SITE_URL: set the site's public URL.*\n.*MAIL_TO: set the team's email/);
      expect(said).not.toMatch(/APP_SECRET|ENCRYPTION_KEYS| at .*:\d+:\d+/);
    },
  );

  test.each(["scripts/start.ts", "scripts/worker.ts"])(
    "%s sends no mail from or to this machine for a site that others reach",
    async (script) => {
      const { code, said } = await start(script, { ...whole, SITE_URL: "https://example.org", MAIL_TO: "a@localhost" });
      expect(code).toBe(1);
      expect(said).toMatch(/MAIL_TO: set .*a@localhost is at this machine.*\n.*MAIL_FROM: set who our mails come from/);
      expect(said).not.toMatch(/TEAM_EMAIL|SITE_URL: set| at .*:\d+:\d+/);
    },
  );

  // Those that need the database's URL only are so run by every test of them: tests/support/command.ts.
  test("scripts/reencrypt.ts asks for the keys, and for nothing else", async () => {
    const { code, said } = await start("scripts/reencrypt.ts", { DATABASE_URL: whole.DATABASE_URL });
    expect(code).toBe(1);
    expect(said).toMatch(/ENCRYPTION_KEYS: set id:key pairs/);
    expect(said).toMatch(/APP_SECRET: set 32 or more random characters/);
    expect(said).not.toMatch(/SMTP_URL| at .*:\d+:\d+/);
  });

  test("scripts/administrator.ts asks for the secret before it gives a password", async () => {
    const { code, said } = await start("scripts/administrator.ts", { DATABASE_URL: whole.DATABASE_URL });
    expect(code).toBe(1);
    expect(said).toMatch(/APP_SECRET: set 32 or more random characters/);
    expect(said).not.toMatch(/ENCRYPTION_KEYS| at .*:\d+:\d+/);
  });
});
