// How backups are made by the worker, how long they are kept, and what is said of them.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { GET } from "@/app/api/ready/route";
import { system } from "@/lib/audit/actor";
import { getBackupOverview, listBackups } from "@/lib/backups/admin-queries";
import { backupFileName } from "@/lib/backups/backup-file-name";
import { backupFolder } from "@/lib/backups/backup-folder";
import { BACKUP_LOCK, backupSchedule, backupTasks, makeBackup, markGone } from "@/lib/backups/jobs";
import { recordBackup, recordFailure } from "@/lib/backups/mutations";
import { db } from "@/lib/server/db";
import { lockOnce, withPlainClient } from "@/lib/server/table-copy";
import { SERVER_TYPESCRIPT } from "../../scripts/setup/commands.mjs";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { testEnvironment } from "../support/environment";
import { eventually } from "../support/eventually";
import { METRICS_TOKEN, readMetrics } from "../support/metrics";
import { patience } from "../support/patience.mjs";
import { startWorking } from "../support/working";

process.env.METRICS_TOKEN = METRICS_TOKEN;
process.env.BACKUP = "daily";
// Whole commands run here.
vi.setConfig({ testTimeout: patience(120_000) });
testDatabase({ seeded: true });

const DAY_MS = 24 * 3600 * 1000;
const backup = system("backup");
const files = () => readdirSync(backupFolder()).toSorted();

beforeEach(async () => {
  await db.backup.deleteMany();
  rmSync(backupFolder(), { recursive: true, force: true });
});

/** A backup of so many days ago: its row, and a file that stands for it. */
async function kept(days: number, { hasFile = true } = {}): Promise<string> {
  const madeAt = new Date(Date.now() - days * DAY_MS - 1000);
  const fileName = backupFileName(madeAt);
  mkdirSync(backupFolder(), { recursive: true });
  if (hasFile) writeFileSync(path.join(backupFolder(), fileName), "x");
  await recordBackup(backup, { way: "copy", fileName, bytes: 1, sha256: "0".repeat(64), startedAt: madeAt, madeAt });
  return fileName;
}

const run = () => backupTasks.makeBackup!({}, { number: 1, isLast: false });

describe("after a backup", () => {
  test("those are removed that were kept for 30 days, and nothing younger, nor what is not ours", async () => {
    const [old, young] = [await kept(30), await kept(29)];
    const strange = ["notes.txt", "best-heroin-rehab-2020-01-01T00-00-00-000Z.tar"];
    for (const name of strange) writeFileSync(path.join(backupFolder(), name), "not ours, or without a row");
    await run();
    expect(files()).toHaveLength(4);
    expect(files()).toEqual(expect.arrayContaining([young, ...strange]));
    expect(await db.backup.findUniqueOrThrow({ where: { fileName: old } })).toMatchObject({
      removedAt: expect.any(Date),
    });
    expect(await db.backup.findUniqueOrThrow({ where: { fileName: young } })).toMatchObject({ removedAt: null });
  });

  test("what a killed one left goes after an hour, and what another one writes stays", async () => {
    mkdirSync(backupFolder(), { recursive: true });
    const [left, fresh] = [40, 0].map((days) => `${backupFileName(new Date(Date.now() - days * DAY_MS))}.part`);
    for (const name of [left, fresh]) writeFileSync(path.join(backupFolder(), name ?? ""), "x");
    utimesSync(path.join(backupFolder(), left ?? ""), new Date(0), new Date(0));
    await run();
    expect(files()).toContain(fresh);
    expect(files()).not.toContain(left);
  });
});

test("the newest stays although it is old, and one whose file is gone does not count as the newest", async () => {
  const [older, oldest] = [await kept(50), await kept(60)];
  const taken = await kept(1, { hasFile: false });
  rmSync(path.join(backupFolder(), oldest));
  expect((await markGone(backup)).there.map(({ fileName }) => fileName)).toEqual([older]);
  expect(await db.backup.findUniqueOrThrow({ where: { fileName: taken } })).toMatchObject({
    removedAt: expect.any(Date),
  });
  expect(await GET().then((answer) => answer.json())).toMatchObject({
    newestBackupSeconds: expect.toSatisfy((age: number) => age >= 50 * 86_400 && age < 51 * 86_400),
  });
});

test("two workers at once make one backup", async () => {
  const made = await Promise.all([makeBackup(backup), makeBackup(backup)]);
  expect(made.filter((each) => each === null)).toHaveLength(1);
  expect(files()).toHaveLength(1);
  expect(await db.backup.count()).toBe(1);
});

test("of the schedule one is made for each day, and looked for again while another process makes one", async () => {
  const due = new Date(Date.now() - 60_000);
  const runDue = () => backupTasks.makeBackup!({ _cron: { ts: due.toISOString() } }, { number: 1, isLast: false });
  await withPlainClient(process.env.DATABASE_URL ?? "", async (another) => {
    expect(await lockOnce(another, BACKUP_LOCK)).toBe(true);
    await expect(runDue()).rejects.toMatchObject({ code: "EBUSY" });
  });
  await runDue();
  await runDue();
  expect(await db.backup.count()).toBe(1);
  // Somebody took it away: that day has none.
  rmSync(path.join(backupFolder(), files()[0]!));
  await runDue();
  expect(files()).toHaveLength(1);
});

test("two backups one after the other are two files", async () => {
  await makeBackup(backup);
  await makeBackup(backup);
  expect(files()).toHaveLength(2);
});

test("a disk that takes no more leaves no file, and is recorded as what it is", async () => {
  const limited = `ulimit -f 600; exec "$0" "$@"`;
  const env = { ...process.env, ...testEnvironment };
  const { code, errors } = await new Promise<{ code: unknown; errors: string }>((resolve) => {
    execFile(
      "bash",
      ["-c", limited, process.execPath, ...SERVER_TYPESCRIPT, "scripts/backup.ts"],
      { env },
      (error, _, said) => resolve({ code: error?.code ?? 0, errors: said }),
    );
  });
  expect(code).toBe(1);
  expect(errors).toContain("There is no room for it");
  expect(files()).toEqual([]);
  expect(await db.backup.findMany()).toMatchObject([{ failure: "disk_full", madeAt: null, fileName: null }]);
});

test("a folder that cannot be made is recorded, and the queue is to try again", async () => {
  writeFileSync(backupFolder(), "a file in its place");
  await expect(run()).rejects.toThrow("EEXIST");
  expect(await db.backup.findMany()).toMatchObject([{ failure: "not_writable" }]);
  rmSync(backupFolder());
});

describe("what is said of them:", () => {
  test("nothing while there is none, and that is no reason not to serve", async () => {
    const answer = (await (await GET()).json()) as object;
    expect(answer).toMatchObject({
      newestBackupSeconds: null,
      checks: { database: true, migrations: true, restored: true },
    });
    expect(Object.keys((answer as { checks: object }).checks)).not.toContain("backup");
    expect(await readMetrics()).not.toMatch(/^backup_age_seconds \d/m);
  });

  test("age, size and failures", async () => {
    await kept(3);
    await recordFailure(backup, { startedAt: new Date(), way: "copy", failure: "database" });
    const figures = await readMetrics();
    expect(figures).toMatch(/^backup_age_seconds 2592\d\d$/m);
    expect(figures).toMatch(/^backup_bytes 1$/m);
    expect(figures).toMatch(/^backup_failures 1$/m);
    expect(await getBackupOverview(staffSession())).toEqual({
      madeAt: expect.any(Date),
      isLate: true,
      hasFailed: true,
      held: null,
    });
    const { backups, keptDays, isDaily } = await listBackups(staffSession());
    expect(backups).toMatchObject([
      { failure: "database", bytes: null },
      { failure: null, bytes: 1 },
    ]);
    expect({ keptDays, isDaily }).toEqual({ keptDays: 30, isDaily: true });
  });

  test("a database into which a restore goes on is not ready, in words", async () => {
    await db.$executeRaw`CREATE SCHEMA restoring`;
    try {
      const answer = await GET();
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({
        ready: false,
        problems: expect.arrayContaining(["A restore into this database has not ended."]) as string[],
        checks: { restored: false },
      });
    } finally {
      await db.$executeRaw`DROP SCHEMA restoring`;
    }
  });
});

test("the worker has it on its schedule, and does it", async () => {
  const stop = startWorking({ tasks: backupTasks, schedule: backupSchedule() });
  await eventually(async () => {
    const known = await db.$queryRaw`SELECT identifier FROM graphile_worker._private_known_crontabs`;
    expect(known).toEqual([{ identifier: "makeBackup" }]);
  });
  await db.$executeRaw`SELECT graphile_worker.add_job('makeBackup', '{"_cron":{"ts":"2026-11-30T12:07:00Z"}}'::json)`;
  await eventually(async () => expect(await db.backup.count({ where: { madeAt: { not: null } } })).toBe(1));
  await stop();
  expect(existsSync(backupFolder())).toBe(true);
});
