// The whole way on the house's own server: write, back up, destroy, restore into a fresh folder.
import { execFile } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { withdrawOwnConsent, narrowConsent } from "@/lib/consents/mutations";
import { eraseOwnInquiry } from "@/lib/receipts/mutations";
import { refreshStaleSearch } from "@/lib/search/mutations";
import { replayJournal } from "@/lib/replays/mutations";
import { backupFolder } from "@/lib/backups/backup-folder";
import { makeBackup } from "@/lib/backups/jobs";
import { query, startOwnDatabase } from "../../scripts/setup/database";
import { takeLock } from "../../scripts/setup/lock.mjs";
import { contentsOf, type Contents } from "../support/backups";
import type { Ended } from "../support/command";
import { testDatabase } from "../support/database";
import { testEnvironment } from "../support/environment";
import { newInquiry, newListing, receiptHolder } from "../support/inquiry";
import { patience } from "../support/patience.mjs";

testDatabase();
const fresh = mkdtempSync(path.join(tmpdir(), "fresh-"));
/** What a restore itself writes. */
const CHANGED = ["AuditEvent", "JournalEntry", "Mail", "Restoration"];
const unchanged = (rows: Contents["rows"]) =>
  Object.fromEntries(Object.entries(rows).filter(([table]) => !CHANGED.includes(table)));
const people: { id: string; reference: string }[] = [];
let before: Contents;
let file = "";
/** It stands on another disk than the house, and survives it. */
let journal = "";

const someone = (number: number) =>
  ({ name: "Ana", email: `ana.${number}@example.org`, phone: undefined, message: `${number}`, consent: true }) as const;

/** As people run it: it starts the server of the folder, and stops it at the end. */
function npmRun(script: string[]): Promise<Ended> {
  const own = { DATABASE_URL: "", DATA_DIR: fresh, JOURNAL_DIR: journal, npm_lifecycle_event: "", LOG_LEVEL: "info" };
  const env = { ...process.env, ...testEnvironment, ...own };
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
  journal = path.join(process.env.DATA_DIR ?? "", "journal");
  await replayJournal(system("replay"));
  await newListing({ slug: "place" });
  await refreshStaleSearch(system("migrate"));
  for (let number = 0; number < 4; number += 1) people.push(await newInquiry({ input: someone(number) }));
  before = await contentsOf(process.env.DATABASE_URL ?? "");
  const made = await makeBackup(system("backup"));
  file = path.join(backupFolder(), made?.fileName ?? "");
}, patience(120_000));
afterAll(() => rmSync(fresh, { recursive: true, force: true }));

test("what is refused leaves nothing in a fresh folder", { timeout: patience(120_000) }, async () => {
  writeFileSync(path.join(fresh, "none.tar"), "no backup");
  expect(await restore(path.join(fresh, "none.tar"))).toMatchObject({ code: 1 });
  expect(readdirSync(fresh)).toEqual(["none.tar"]);
});

test("restored into a fresh folder, nothing is lost and the mails wait", { timeout: patience(120_000) }, async () => {
  const { code, output, errors } = await restore(file);
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(output).toMatch(
    /\[1\/8\] backup … whole: copy[^]*database … a new one: there was none[^]*journal … 1 line, the last one of 20\S+ \S+ UTC; nothing to do again[^]*\[8\/8\] opening … /,
  );
  expect(output).toContain(`Put its files into\n${journal}`);
  const { rows, rules } = await onFresh(contentsOf);
  expect(rules).toEqual(before.rules);
  expect(unchanged(rows)).toEqual(unchanged(before.rows));
  expect(rows.Mail).toHaveLength(8);
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

/** What people must find again of themselves. */
const STATE = `SELECT i."reference", i."name" IS NULL AND i."erasedAt" IS NOT NULL AS erased, i."status", c."scope", c."ending",
  array(SELECT l."slug" FROM "ConsentPlace" AS p JOIN "Listing" AS l ON l."id" = p."listingId" WHERE p."consentId" = c."id") AS places
  FROM "Inquiry" AS i JOIN "Consent" AS c ON c."inquiryId" = i."id" ORDER BY i."reference", c."givenAt"`;
const stateOf = async (url: string) => (await query(url, (client) => client.query<object>(STATE))).rows;

test("nobody erased comes back, no ended permission lives", { timeout: patience(180_000) }, async () => {
  const [erased, withdrawn, narrowed] = await Promise.all(
    people.slice(0, 3).map(({ reference }) => receiptHolder(reference)),
  );
  await eraseOwnInquiry(erased!);
  await withdrawOwnConsent(withdrawn!);
  await narrowConsent(narrowed!, ["place"]);
  const after = await stateOf(process.env.DATABASE_URL ?? "");
  expect(after).toMatchObject(expect.arrayContaining([expect.objectContaining({ places: ["place"] })]));
  const { code, output, errors } = await restore(file, "--replace");
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(output).toMatch(/journal … 4 lines, the last one of \S+ \S+ UTC; 3 acts done again/);
  // People read words there; what is for a log stands in one.
  expect(output).not.toMatch(/^\{|\{"/m);
  expect(readFileSync(path.join(fresh, "logs", "restore.log"), "utf8")).toContain('"event":"journal.replayed"');
  expect(await onFresh(stateOf)).toEqual(after);
  const { rows } = await onFresh(contentsOf);
  const others = ["Inquiry", "InquiryNote", "Consent", "ConsentPlace"];
  const kept = (all: Contents["rows"]) =>
    Object.fromEntries(Object.entries(unchanged(all)).filter(([table]) => !others.includes(table)));
  expect(kept(rows)).toEqual(kept(before.rows));
});

test("without its journal nothing is restored, but for whoever says so", { timeout: patience(120_000) }, async () => {
  const there = await onFresh(contentsOf);
  const whole = journal;
  journal = path.join(fresh, "another-journal");
  const refused = await restore(file, "--replace");
  expect(refused).toMatchObject({
    code: 1,
    errors: expect.stringMatching(
      /The present database is as it was[^]*journal in .*another-journal is not whole: 1 line that the backup knows is not in it\.\n +What is there: no line/,
    ),
  });
  expect(await onFresh(contentsOf)).toEqual(there);
  expect(await restore(file, "--replace", "--without-journal")).toMatchObject({
    code: 0,
    output: expect.stringContaining("1 line missing or damaged, as you know"),
  });
  journal = whole;
});

test("no database is left beside the house's own", { timeout: patience(60_000) }, async () => {
  const names = await onFresh((url) =>
    query(url, (client) => client.query<{ datname: string }>("SELECT datname FROM pg_database ORDER BY 1")),
  );
  expect(names.rows.map(({ datname }) => datname)).toEqual(["best_heroin_rehab", "postgres", "template0", "template1"]);
});

test("while the site runs nothing is restored", { timeout: patience(60_000) }, async () => {
  const lock = takeLock(path.join(fresh, "up.lock"));
  writeFileSync(path.join(fresh, "database-url"), process.env.DATABASE_URL ?? "");
  try {
    const { code, errors } = await restore(file, "--replace");
    expect(code).toBe(1);
    expect(errors).toContain("The site runs on this database. Stop it");
  } finally {
    if ("release" in lock) lock.release();
  }
});
