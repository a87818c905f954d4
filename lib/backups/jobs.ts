import "server-only";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { system, type SystemActor } from "@/lib/audit/actor";
import { writeArchive } from "@/lib/server/archive";
import { env } from "@/lib/server/env";
import { filesBelow, isFile, removeLeft, syncFolder } from "@/lib/server/files";
import { knownFingerprints } from "@/lib/server/key-fingerprints";
import { describeError, logger } from "@/lib/server/logger";
import type { KeyKind } from "@/lib/server/key-ring";
import { isOwnDatabase } from "@/lib/server/own-database";
import { findProgram, runProgram } from "@/lib/server/postgres-programs";
import { asLong, type Tasks } from "@/lib/server/queue";
import { readRecordedKeys } from "@/lib/server/recorded-keys";
import {
  appliedMigrations,
  copyOut,
  countRows,
  exportSnapshot,
  hasTable,
  inSnapshot,
  listSequences,
  lockOnce,
  neededKeys,
  serverMajor,
  withPlainClient,
  type PlainClient,
  type Table,
} from "@/lib/server/table-copy";
import { z } from "@/lib/shared/zod";
import { counted } from "@/lib/shared/counted";
import { backupDays } from "./backup-days";
import { backupFolder } from "./backup-folder";
import { backupFileName, isBackupFileName } from "./backup-file-name";
import { failureCode } from "./failure-code";
import { backupsToRemove } from "./kept-backups";
import { DUMP, entryOfTable, MANIFEST, UPLOADS, type Manifest } from "./manifest";
import { markRemoved, recordBackup, recordFailure } from "./mutations";
import { listKeptFiles } from "./queries";
import type { BackupWay, MadeBackup } from "./types";

/** Says what is done, and how long it took. The worker says nothing. */
export type Step = <T>(title: string, work: () => Promise<{ note?: string; value: T }>) => Promise<T>;
const silently: Step = async (_title, work) => (await work()).value;
/** How many steps a backup has. */
export const BACKUP_STEPS = 4;

/** Held by whoever makes a backup of a database. */
export const BACKUP_LOCK = 4_711_202_602;
const PART = ".part";

/** Where what people uploaded stands, when they can. */
export function uploadsFolder(): string {
  return path.resolve(env().DATA_DIR, "uploads");
}

/**
 * Makes a backup of the database, at one moment of it, and of what was uploaded, while the site runs. Then removes
 * backups that have been kept long enough.
 * @returns whether the database has a row about it, which one from before the first backup has not; null when another process makes one at this moment
 * @throws what went wrong, after it was recorded; no half file is left
 */
export async function makeBackup(
  actor: SystemActor,
  step: Step = silently,
): Promise<(MadeBackup & { isRecorded: boolean }) | null> {
  const run: Run = { startedAt: new Date(), way: "copy", step };
  try {
    const made = await withPlainClient(env().DATABASE_URL, async (client) => {
      if (!(await lockOnce(client, BACKUP_LOCK))) return null;
      const written = await writeBackup(client, run);
      const { tables, rows, uploads, ...row } = written;
      if (await hasTable(client, "Backup")) await recordBackup(actor, row);
      // A backup before an update: the next one of this version removes what is old.
      else return { ...written, isRecorded: false };
      logger.info("backup.made", { way: row.way, bytes: row.bytes, tables, rows, uploads });
      return { ...written, isRecorded: true };
    });
    if (made?.isRecorded) await removeOld(actor);
    return made;
  } catch (error) {
    const failure = failureCode(error);
    logger.error("backup.failed", { failure, ...describeError(error) });
    await recordFailure(actor, { startedAt: run.startedAt, way: run.way, failure }).catch((lost: unknown) =>
      logger.error("backup.not_recorded", describeError(lost)),
    );
    throw error;
  }
}

interface Run {
  startedAt: Date;
  /** Chosen when the server has answered. */
  way: BackupWay;
  step: Step;
}

async function writeBackup(client: PlainClient, run: Run): Promise<MadeBackup> {
  const folder = backupFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeLeft(folder, (name) => isBackupFileName(name.split(PART)[0] ?? "") && name.includes(PART));
  const fileName = backupFileName(run.startedAt);
  const [file, part, spool] = ["", PART, `${PART}-entry`].map((end) => path.join(folder, `${fileName}${end}`)) as [
    string,
    string,
    string,
  ];
  try {
    return await inSnapshot(client, async (tables) => {
      const madeAt = new Date();
      const manifest = await beginManifest(client, tables, madeAt, run);
      const sum = await writeArchive(part, async (archive) => {
        const add: Add = async (name, source) =>
          void manifest.entries.push({ name, ...(await archive.addFile(name, source)) });
        await run.step("database", async () => {
          manifest.tables = await addDatabase(client, tables, { way: run.way, spool, add });
          return { note: `${counted(tables.length, "table")}, ${counted(rowsOf(manifest), "row")}`, value: undefined };
        });
        await run.step("uploads", async () => {
          await addUploads(add);
          return { note: counted(uploadsOf(manifest), "file"), value: undefined };
        });
        await archive.addText(MANIFEST, JSON.stringify(manifest));
      });
      await run.step("file", async () => {
        await rename(part, file);
        await syncFolder(folder);
        return { note: file, value: undefined };
      });
      const { startedAt, way } = run;
      const counts = { tables: tables.length, rows: rowsOf(manifest), uploads: uploadsOf(manifest) };
      return { ...sum, ...counts, way, fileName, startedAt, madeAt };
    });
  } finally {
    for (const left of [part, spool]) await rm(left, { force: true });
  }
}

const rowsOf = ({ tables }: Manifest) => tables.reduce((count, table) => count + table.rows, 0);
const uploadsOf = ({ entries }: Manifest) => entries.filter(({ name }) => name.startsWith(UPLOADS)).length;

type Add = (name: string, file: string) => Promise<void>;

async function beginManifest(client: PlainClient, tables: Table[], madeAt: Date, run: Run): Promise<Manifest> {
  const postgres = await serverMajor(client);
  run.way = await run.step("way", async () => {
    const program = await dumpProgram(postgres);
    return program
      ? { note: `pg_dump ${program.major}`, value: "pg_dump" as const }
      : {
          note: `one copy of each table: ${isOwnDatabase() ? "our own server has no pg_dump" : `there is no pg_dump ${postgres} here`}`,
          value: "copy" as const,
        };
  });
  return {
    format: 1,
    madeAt: madeAt.toISOString(),
    way: run.way,
    postgres,
    migrations: await appliedMigrations(client),
    tables: [],
    sequences: await listSequences(client),
    entries: [],
    keys: await keysOf(client, tables),
  };
}

async function keysOf(client: PlainClient, tables: Table[]): Promise<Manifest["keys"]> {
  const recorded = await readRecordedKeys(client);
  const here = knownFingerprints(recorded);
  // The canaries of keys that nothing else needs any more stand there for good.
  const used = tables.filter(({ name }) => name !== "KeyFingerprint");
  const needed = async (kind: KeyKind) => {
    const lost = new Set(recorded.flatMap((each) => (each.kind === kind && each.isLost ? [each.keyId] : [])));
    return (await neededKeys(client, used, kind)).filter((id) => !lost.has(id));
  };
  const hashed = await needed("secret");
  // Hashes by random words look alike; a secret that nobody knows was not needed when the house started.
  return { here, needed: { encryption: await needed("encryption"), secret: hashed.filter((id) => id in here.secret) } };
}

/** Null for our own server, whose backups have to be restored where there is none. */
async function dumpProgram(postgres: number) {
  return isOwnDatabase() ? null : findProgram("pg_dump", postgres);
}

/** @returns the tables with how many rows of each the backup has */
async function addDatabase(
  client: PlainClient,
  tables: Table[],
  { way, spool, add }: { way: BackupWay; spool: string; add: Add },
): Promise<Manifest["tables"]> {
  const counted: Manifest["tables"] = [];
  if (way === "pg_dump") await addDump(client, spool, add);
  for (const table of tables) {
    const rows = way === "pg_dump" ? await countRows(client, table) : await copyOut(client, table, spool);
    if (way === "copy") await add(entryOfTable(table.name), spool);
    counted.push({ ...table, rows });
  }
  return counted;
}

/** Without the queue, whose jobs are made again, and without what only the server's own administrator could restore. */
async function addDump(client: PlainClient, spool: string, add: Add): Promise<void> {
  const program = await dumpProgram(await serverMajor(client));
  if (!program) throw new Error("pg_dump was here a moment ago");
  // Made before, so that nobody else may read it.
  await writeFile(spool, "", { mode: 0o600 });
  const args = [
    "--format=custom",
    "--exclude-schema=graphile_worker",
    "--no-owner",
    "--no-privileges",
    "--no-comments",
  ];
  args.push(`--snapshot=${await exportSnapshot(client)}`, `--file=${spool}`);
  await runProgram("pg_dump", program.file, { url: env().DATABASE_URL, args });
  await add(DUMP, spool);
}

async function addUploads(add: Add): Promise<void> {
  const folder = uploadsFolder();
  for (const file of await filesBelow(folder)) await add(`${UPLOADS}${file}`, path.join(folder, file));
}

const fileOf = ({ fileName }: { fileName: string }) => path.join(backupFolder(), fileName);

/** Marks the backups that somebody took away. @returns those whose files are there, and those whose are not any more */
export async function markGone(actor: SystemActor, now = new Date()) {
  const kept = await listKeptFiles();
  const there = await Promise.all(kept.map((backup) => isFile(fileOf(backup))));
  const gone = kept.filter((_, index) => !there[index]);
  await markRemoved(
    actor,
    gone.map(({ id }) => id),
    now,
  );
  return { there: kept.filter((_, index) => there[index]), gone };
}

/** The same while the house runs, when nobody should have. */
async function watchGone(actor: SystemActor, now = new Date()) {
  const { there, gone } = await markGone(actor, now);
  if (gone.length > 0) logger.warn("backup.gone", { count: gone.length });
  return there;
}

/** Removes the files of backups that have been kept long enough. What has no row, or another name, stays. */
async function removeOld(actor: SystemActor, now = new Date()): Promise<void> {
  const there = await watchGone(actor, now);
  const old = backupsToRemove(there, backupDays(), now).filter(({ fileName }) => isBackupFileName(fileName));
  for (const backup of old) await rm(fileOf(backup), { force: true });
  await markRemoved(
    actor,
    old.map(({ id }) => id),
    now,
  );
  if (old.length > 0) logger.info("backup.removed", { count: old.length });
}

const BACKUP_TASK = "makeBackup";

/** What the worker does: a backup, and after a failure the queue's next try. */
export const backupTasks: Tasks = { [BACKUP_TASK]: asLong(makeWhenDue) };

/** Of a job of the schedule: the moment at which it was due. */
const payloadSchema = z.object({ _cron: z.object({ ts: z.coerce.date() }).optional() });

async function makeWhenDue(payload: unknown): Promise<void> {
  const there = await watchGone(system("backup"));
  const due = payloadSchema.parse(payload)._cron?.ts;
  if (due && there.some(({ madeAt }) => madeAt >= due)) return;
  const made = await makeBackup(system("backup"));
  // Whoever makes one may never end it, as when the database still waits for a worker that was killed: look again later.
  if (made === null) throw Object.assign(new Error("Another process makes one"), { code: "EBUSY" });
}

/**
 * Each day at 12:07 UTC, at night in Los Angeles and after the erasing by date, so that what was due is in none; nothing
 * when the setting says so. When no worker ran on a day, the backup follows when one starts.
 */
export function backupSchedule(): string {
  return env().BACKUP === "off" ? "" : `7 12 * * * ${BACKUP_TASK} ?fill=1d&max=12&jobKey=backup`;
}
