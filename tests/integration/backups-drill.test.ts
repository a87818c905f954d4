// The whole way on the house's own server: write, back up, destroy, restore into a fresh folder.
import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { backupFolder, makeBackup } from "@/lib/backups/jobs";
import { query, startOwnDatabase } from "../../scripts/setup/database";
import { takeLock } from "../../scripts/setup/lock.mjs";
import { contentsOf, type Contents } from "../support/backups";
import type { Ended } from "../support/command";
import { testDatabase } from "../support/database";
import { testEnvironment } from "../support/environment";
import { newInquiry } from "../support/inquiry";
import { patience } from "../support/patience.mjs";

testDatabase();
const fresh = mkdtempSync(path.join(tmpdir(), "fresh-"));
const CHANGED = ["AuditEvent", "Mail", "Restoration"];
const unchanged = (rows: Contents["rows"]) =>
  Object.fromEntries(Object.entries(rows).filter(([table]) => !CHANGED.includes(table)));
let before: Contents;
let file = "";

/** As people run it: it starts the server of the folder, and stops it at the end. */
function npmRun(script: string[]): Promise<Ended> {
  const env = { ...process.env, ...testEnvironment, DATABASE_URL: "", DATA_DIR: fresh, npm_lifecycle_event: "" };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/run.mjs", ...script], { env }, (error, output, errors) =>
      resolve({ code: error ? error.code : 0, output, errors }),
    );
  });
}
const restore = (...words: string[]) => npmRun(["--as-it-is", "scripts/restore.ts", ...words]);

async function onFresh<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { server, url } = await startOwnDatabase(path.join(fresh, "postgres"));
  try {
    return await work(url);
  } finally {
    await server.stop();
  }
}

beforeAll(async () => {
  for (let people = 0; people < 3; people += 1) await newInquiry();
  before = await contentsOf(process.env.DATABASE_URL ?? "");
  const made = await makeBackup(system("backup"));
  file = path.join(backupFolder(), made?.fileName ?? "");
}, patience(120_000));
afterAll(() => rmSync(fresh, { recursive: true, force: true }));

test("restored into a fresh folder, nothing is lost and the mails wait", { timeout: patience(120_000) }, async () => {
  const { code, output, errors } = await restore(file);
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(output).toMatch(/\[1\/7\] backup … whole: copy[^]*\[7\/7\] opening … /);
  const { rows, rules } = await onFresh(contentsOf);
  expect(rules).toEqual(before.rules);
  expect(unchanged(rows)).toEqual(unchanged(before.rows));
  expect(rows.Mail).toHaveLength(6);
  for (const mail of rows.Mail ?? []) expect(mail).toContain(",held,");
});

test("people who are there are replaced only for whoever says so", { timeout: patience(120_000) }, async () => {
  await onFresh((url) => query(url, (client) => client.query(`UPDATE "Inquiry" SET "suspectedSpam" = true`)));
  const there = await onFresh(contentsOf);
  const refused = await restore(file);
  expect(refused).toMatchObject({
    code: 1,
    errors: expect.stringContaining("There are people in the house's database"),
  });
  expect(await onFresh(contentsOf)).toEqual(there);
  expect(await restore(file, "--replace")).toMatchObject({ code: 0 });
  expect((await onFresh(contentsOf)).rows.Inquiry).toEqual(before.rows.Inquiry);
});

test("a backup cut short changes nothing, even with --replace", { timeout: patience(120_000) }, async () => {
  const there = await onFresh(contentsOf);
  const cut = path.join(fresh, "cut.tar");
  copyFileSync(file, cut);
  truncateSync(cut, 40_000);
  const { code, errors } = await restore(cut, "--replace");
  expect(code).toBe(1);
  expect(errors).toContain("was cut short");
  expect(await onFresh(contentsOf)).toEqual(there);
  expect(existsSync(path.join(fresh, "uploads.restored"))).toBe(false);
});

test("no database is left beside the house's own", { timeout: patience(60_000) }, async () => {
  const names = await onFresh((url) =>
    query(url, (client) => client.query<{ datname: string }>("SELECT datname FROM pg_database ORDER BY 1")),
  );
  expect(names.rows.map(({ datname }) => datname)).toEqual(["best_heroin_rehab", "postgres", "template0", "template1"]);
});

test("while the site runs nothing is restored", { timeout: patience(60_000) }, async () => {
  const lock = takeLock(path.join(fresh, "up.lock"));
  writeFileSync(path.join(fresh, "database-url"), "postgresql://nobody@127.0.0.1:9/none");
  try {
    const { code, errors } = await restore(file, "--replace");
    expect(code).toBe(1);
    expect(errors).toContain("The site runs on this database. Stop it");
  } finally {
    if ("release" in lock) lock.release();
  }
});
