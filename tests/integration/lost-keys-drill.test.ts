// All keys are lost, by the real commands on the house's own server: the words that they print lead to a running site.
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { backupFolder } from "@/lib/backups/backup-folder";
import { makeBackup } from "@/lib/backups/jobs";
import { admitKeys } from "@/lib/keys/jobs";
import { eraseOwnInquiry } from "@/lib/receipts/mutations";
import { replayJournal } from "@/lib/replays/mutations";
import type { Ended } from "../support/command";
import { testDatabase } from "../support/database";
import { testEnvironment } from "../support/environment";
import { newInquiry, receiptHolder } from "../support/inquiry";
import { patience } from "../support/patience.mjs";

// Whole commands run here.
vi.setConfig({ testTimeout: patience(180_000) });
testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "lost-keys-"));
const secrets = path.join(folder, "secrets.json");
let file = "";

/** As people run it who have no key in their environment. */
const npmRun = (...words: string[]) => npmRunWith({}, ...words);

function npmRunWith(outside: Record<string, string>, ...words: string[]): Promise<Ended> {
  const own = {
    DATABASE_URL: "",
    DATA_DIR: folder,
    APP_SECRET: "",
    ENCRYPTION_KEYS: "",
    npm_lifecycle_event: "",
    ...outside,
  };
  const journal = { JOURNAL_DIR: path.join(process.env.DATA_DIR ?? "", "journal") };
  const env = { ...process.env, ...testEnvironment, ...own, ...journal };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/run.mjs", ...words], { env }, (error, output, errors) =>
      resolve({ code: error ? error.code : 0, output, errors }),
    );
  });
}
const restore = (...words: string[]) => npmRun("--as-it-is", "scripts/restore.ts", file, ...words);

/** What the web server does before its first request. */
const START = `
  await (await import("./lib/keys/jobs.ts")).refuseWrongKeys();
  await (await import("./lib/replays/jobs.ts")).replayBeforeOpening();
  console.log("open:", (await import("./lib/server/opening.ts")).isOpen());
  process.exit();`;
const start = () => npmRun("--input-type=module", "--eval", START);

beforeAll(async () => {
  await admitKeys();
  await replayJournal(system("replay"));
  const [erased] = [await newInquiry(), await newInquiry()];
  const made = await makeBackup(system("backup"));
  file = path.join(backupFolder(), made?.fileName ?? "");
  await eraseOwnInquiry(await receiptHolder(erased.reference));
}, patience(120_000));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("keys of the environment count before the file, and the refusal says so only where they do", async () => {
  const [APP_SECRET, ENCRYPTION_KEYS] = ["x".repeat(32), `k9:${randomBytes(32).toString("base64")}`];
  const restoreWith = (outside: Record<string, string>) =>
    npmRunWith(outside, "--as-it-is", "scripts/restore.ts", file);
  const both = await restoreWith({ APP_SECRET, ENCRYPTION_KEYS });
  expect(both.errors).toMatch(
    /APP_SECRET and ENCRYPTION_KEYS are set in the environment or \.env and count before .*secrets\.json: set them there/,
  );
  const half = await restoreWith({ ENCRYPTION_KEYS });
  expect(half.errors).toMatch(
    /There are no keys here[^]*ENCRYPTION_KEYS is set in the environment or \.env and counts/,
  );
  writeFileSync(secrets, JSON.stringify({ APP_SECRET, ENCRYPTION_KEYS }));
  expect((await restoreWith({ ENCRYPTION_KEYS })).errors).toMatch(
    /Keys are missing[^]*ENCRYPTION_KEYS is set in the environment or \.env and counts before .*: set it there, or take it/,
  );
  const inFile = await restoreWith({});
  expect(inFile.errors).toMatch(/Keys are missing[^]*or by the old \$DATA_DIR\/secrets\.json/);
  expect(inFile.errors).not.toContain("before");
  rmSync(secrets);
});

test("a backup comes back into an empty folder without any key, for whoever says what is lost with it", async () => {
  const refused = await restore();
  expect(refused).toMatchObject({ code: 1, errors: expect.stringContaining("npm run restore -- FILE --without-keys") });
  expect(existsSync(secrets)).toBe(false);
  const done = await restore("--without-keys", "--without-journal");
  expect({ code: done.code, errors: done.errors }).toEqual({ code: 0, errors: "" });
  expect(done.output).toMatch(/^New keys are in .*secrets\.json: keep a copy of it/);
  expect(done.output).toMatch(/keys … 2 missing, as you know: test, s1\. At the end: npm run reencrypt/);
  expect(done.output).toMatch(/journal … .*nothing to do again; 1 cannot be: s1 is lost/);
  expect(await start()).toEqual({ code: 0, output: "open: true\n", errors: "" });
});

test("when secrets.json is gone, the site starts again by the words of its first refusal, and not before", async () => {
  const before = readFileSync(secrets, "utf8");
  const ids = [...before.matchAll(/"((?:k|s)[0-9a-f]{8}):/g)].map(([, id]) => id!);
  expect(ids).toHaveLength(2);
  rmSync(secrets);
  const refused = await start();
  expect(refused.code).toBe(1);
  expect(refused.errors).toContain(`ENCRYPTION_KEYS is neither in ${secrets} nor in the environment or .env.`);
  expect(existsSync(secrets)).toBe(false);

  const [, ...words] = /npm run reencrypt -- (--lost) (\w+) (--lost) (\w+)\n/.exec(refused.errors) ?? [];
  expect(words.filter((word) => word !== "--lost").toSorted()).toEqual(ids.toSorted());
  const backup = await npmRun("scripts/backup.ts");
  expect({ code: backup.code, errors: backup.errors }).toEqual({ code: 0, errors: "" });
  const renewed = await npmRun("scripts/reencrypt.ts", ...words);
  expect({ code: renewed.code, errors: renewed.errors }).toEqual({ code: 0, errors: "" });
  expect(renewed.output).toMatch(
    /New keys are in .*[^]*Inquiry: 0 values sealed anew; values by key: test \(lost\): 8\n/,
  );
  expect(await start()).toEqual({ code: 0, output: "open: true\n", errors: "" });
  const keys = [...before.matchAll(/:([\w+/]{40})/g)].map(([, key]) => key!);
  expect(keys).toHaveLength(2);
  for (const key of keys) expect(refused.errors).not.toContain(key);
});
