// A backup of the whole seeded house, brought back into an empty database by a role that only owns it.
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { mkdir, writeFile, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { backupFolder } from "@/lib/backups/backup-folder";
import { makeBackup, uploadsFolder } from "@/lib/backups/jobs";
import { db } from "@/lib/server/db";
import { query } from "../../scripts/setup/database";
import { contentsOf, emptyDatabases, runOn, type Contents } from "../support/backups";
import { testDatabase } from "../support/database";
import { newInquiry } from "../support/inquiry";
import { patience } from "../support/patience.mjs";

// Whole commands run here.
vi.setConfig({ testTimeout: patience(120_000) });
testDatabase({ seeded: true });
const emptyDatabase = emptyDatabases();
/** What no restore leaves as it was: mails wait, sessions end, and it writes down that it was there. */
const CHANGED = ["AuditEvent", "JournalEntry", "Mail", "Restoration", "StaffLogin", "StaffVerification"];

const unchanged = (rows: Contents["rows"]) =>
  Object.fromEntries(Object.entries(rows).filter(([table]) => !CHANGED.includes(table)));

const dataDir = mkdtempSync(path.join(tmpdir(), "restored-"));
let before: Contents;
let after: Contents;
let file = "";
let url = "";
let said = "";

beforeAll(async () => {
  await newInquiry();
  await writeOddValues();
  await signSomebodyIn();
  await mkdir(path.join(uploadsFolder(), "2026"), { recursive: true });
  await writeFile(path.join(uploadsFolder(), "2026", "photo ñ.jpg"), "bytes of a photo");
  before = await contentsOf(process.env.DATABASE_URL ?? "");
  const made = await makeBackup(system("backup"));
  file = path.join(backupFolder(), made?.fileName ?? "");
  url = await emptyDatabase();
  const { code, output, errors } = await runOn(url, ["scripts/restore.ts", file], { DATA_DIR: dataDir });
  said = output;
  if (code !== 0) throw new Error(errors);
  after = await contentsOf(url);
}, patience(180_000));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Whatever a value may hold: tabs, line ends, backslashes, quotes, every script of the world; bytes; nothing. */
async function writeOddValues(): Promise<void> {
  const text = fc.string({ unit: "binary", maxLength: 40 }).filter((each) => !each.includes("\0"));
  const odd = [...fc.sample(text, { numRuns: 200, seed: 36 }), "\\N", "\\.", "\t", "a\r\nb\\", ""];
  for (const value of odd)
    await db.auditEvent.create({
      data: {
        action: "setting.changed",
        subjectType: "setting",
        subjectId: value,
        before: { value },
        actorName: "seed",
      },
      select: { id: true },
    });
  const bytes = Uint8Array.from({ length: 1024 }, (_, index) => index % 256);
  const file = {
    fileName: "a.csv",
    packed: bytes,
    size: 1,
    checksum: "c",
    contentChecksum: "c",
    url: "https://a.example",
  };
  const edition = { edition: "2026", asOf: new Date("2026-01-01"), asOfPrecision: "day" } as const;
  await db.refreshProposal.create({
    data: { source: "dhcs", ...file, ...edition, report: ["a,b", 'c "d"'], effect: { odd: [null, 1.5e300] } },
    select: { number: true },
  });
}

async function signSomebodyIn(): Promise<void> {
  await db.staffMember.create({ data: { id: "rosa", name: "Rosa", email: "rosa@example.org" }, select: { id: true } });
  const expiresAt = new Date(Date.now() + 1e9);
  await db.staffLogin.create({
    data: { id: "login", token: "t", expiresAt, staffMemberId: "rosa" },
    select: { id: true },
  });
  await db.staffVerification.create({
    data: { id: "v", identifier: "i", value: "v", expiresAt },
    select: { id: true },
  });
}

describe("everything is there again", () => {
  test("every row of every table, but for what a restore is told to change", async () => {
    const { rows } = after;
    expect(Object.keys(rows)).toEqual(Object.keys(before.rows));
    expect(unchanged(rows)).toEqual(unchanged(before.rows));
    expect(Object.values(before.rows).flat().length).toBeGreaterThan(5_000);
    expect(rows.AuditEvent).toEqual(expect.arrayContaining(before.rows.AuditEvent ?? []));
    expect(rows.AuditEvent).toHaveLength((before.rows.AuditEvent ?? []).length + 1);
  });

  test("every constraint, index, rule and sequence, and no mark of a restore that goes on", async () => {
    const { rules } = after;
    expect(rules).toEqual(before.rules);
    expect(rules.length).toBeGreaterThan(200);
  });

  test("the rules hold, also for the role that brought them back", async () => {
    await query(url, async (client) => {
      await expect(client.query(`DELETE FROM "AuditEvent"`)).rejects.toThrow(/append-only|refused|stay/i);
      await expect(client.query(`UPDATE "SourceRecord" SET "line" = "line" + 1`)).rejects.toThrow(/SourceRecord/);
      await expect(
        client.query(
          `INSERT INTO "Mail" ("id", "inquiryId", "kind") VALUES (gen_random_uuid(), gen_random_uuid(), 'erasure')`,
        ),
      ).rejects.toThrow(/foreign key/);
    });
  });

  test("the next import and the next proposal have the numbers that they would have had", async () => {
    const next = `SELECT next_import_number()::int AS import, nextval('"RefreshProposal_number_seq"')::int AS proposal`;
    const [{ rows: there }, here] = await Promise.all([
      query(url, (client) => client.query(next)),
      db.$queryRawUnsafe(next),
    ]);
    expect(there).toEqual(here);
  });

  test("what was uploaded, under its name", async () => {
    expect(await readFile(path.join(dataDir, "uploads", "2026", "photo ñ.jpg"), "utf8")).toBe("bytes of a photo");
  });
});

test("all mails wait, nobody is signed in, and it is written down", async () => {
  const { rows } = after;
  expect(rows.Mail?.length).toBe(2);
  for (const mail of rows.Mail ?? []) expect(mail).toMatch(/,held,/);
  expect([...(rows.StaffLogin ?? []), ...(rows.StaffVerification ?? [])]).toEqual([]);
  expect(rows.StaffMember?.join()).toContain("rosa@example.org");
  expect(rows.Restoration).toEqual([expect.stringContaining(path.basename(file))]);
  const jobs = await query(url, (client) => client.query("SELECT key FROM graphile_worker.jobs"));
  expect(jobs.rows).toEqual([]);
  expect(said).toContain("2 mails wait until somebody decides about them");
});

test("the restored house makes backups itself, as a role that is no superuser", async () => {
  const { code, output, errors } = await runOn(url, ["scripts/backup.ts"], { DATA_DIR: dataDir });
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(output).toMatch(/best-heroin-rehab-.*\.tar: [\d,]+ bytes, SHA-256 [0-9a-f]{64}/);
  const [made = ""] = readdirSync(path.join(dataDir, "backups"));
  expect(statSync(path.join(dataDir, "backups", made)).mode & 0o777).toBe(0o600);
});

test("a second restore into the same database is refused, and changes nothing", async () => {
  const there = await contentsOf(url);
  const { code, errors } = await runOn(url, ["scripts/restore.ts", file], { DATA_DIR: `${dataDir}-2` });
  expect(code).toBe(1);
  expect(errors).toContain("The database of DATABASE_URL is not empty, and nothing of it is touched.");
  expect(await contentsOf(url)).toEqual(there);
});
