import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { DUMP, entryOfTable, UPLOADS, type Manifest } from "@/lib/backups/manifest";
import { readArchive, type ArchiveEntry } from "@/lib/server/archive";
import { findProgram, runProgram } from "@/lib/server/postgres-programs";
import { copyIn, countRows, serverMajor, withPlainClient, type PlainClient } from "@/lib/server/table-copy";
import { fillTables, setSequences } from "@/lib/server/table-load";
import { counted } from "@/lib/shared/counted";
import { Failure } from "../setup/failure.mjs";
import { migrationScripts, type WholeBackup } from "./verify";

/** As Prisma makes it; its rows come with the others. */
const MIGRATIONS_TABLE = `CREATE TABLE public._prisma_migrations (
  id VARCHAR(36) PRIMARY KEY, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
  logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/**
 * Fills an empty database, and a folder with what was uploaded.
 * @returns how many rows
 */
export async function loadBackup({ file, manifest }: WholeBackup, url: string, uploads: string): Promise<number> {
  await withPlainClient(url, async (client) => {
    if (manifest.way === "pg_dump") return loadDump(client, url, { file, manifest }, uploads);
    await makeTables(client, manifest);
    await client.query("BEGIN");
    await fillTables(client, () => loadTables(client, file, manifest, uploads));
    await setSequences(client, manifest.sequences);
    await client.query("COMMIT");
  });
  await compareCounts(url, manifest);
  return manifest.tables.reduce((count, { rows }) => count + rows, 0);
}

/** The tables as they were when the backup was made: by its own migrations. */
async function makeTables(client: PlainClient, { migrations }: Manifest): Promise<void> {
  const scripts = migrationScripts();
  await client.query(MIGRATIONS_TABLE);
  for (const { name } of migrations) await client.query(scripts.get(name) ?? "");
}

async function loadTables(client: PlainClient, file: string, manifest: Manifest, uploads: string): Promise<void> {
  const tables = new Map(manifest.tables.map((table) => [entryOfTable(table.name), table]));
  for await (const entry of readArchive(file)) {
    const table = tables.get(entry.name);
    if (table) await copyIn(client, table, entry.chunks);
    else if (entry.name.startsWith(UPLOADS)) await writeUpload(entry, uploads);
  }
}

/** By a program as new as the server; or, since a newer server takes an older dump, as new as the dump. */
async function loadDump(
  client: PlainClient,
  url: string,
  { file, manifest: { postgres } }: Pick<WholeBackup, "file" | "manifest">,
  uploads: string,
): Promise<void> {
  const major = await serverMajor(client);
  for await (const entry of readArchive(file)) {
    if (entry.name.startsWith(UPLOADS)) await writeUpload(entry, uploads);
    if (entry.name !== DUMP) continue;
    const program = (await findProgram("pg_restore", major)) ?? (await findProgram("pg_restore", postgres));
    if (!program)
      throw new Failure(
        `The backup was made by pg_dump, of a server of version ${postgres}. To restore it, install PostgreSQL's client programs, version ${postgres} or later (on Debian: postgresql-client).`,
      );
    const args = ["--no-owner", "--no-privileges", "--no-comments", "--exit-on-error"];
    await runProgram("pg_restore", program.file, { url, args, input: entry.chunks });
  }
}

/** The names come from our own file, and lead nowhere else nevertheless. */
async function writeUpload({ name, chunks }: ArchiveEntry, uploads: string): Promise<void> {
  const file = path.resolve(uploads, name.slice(UPLOADS.length));
  if (!file.startsWith(`${uploads}${path.sep}`)) throw new Failure(`An upload would leave its folder: ${name}`);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await pipeline(chunks, createWriteStream(file, { mode: 0o600 }));
}

async function compareCounts(url: string, { tables }: Manifest): Promise<void> {
  await withPlainClient(url, async (client) => {
    for (const table of tables) {
      const rows = await countRows(client, table);
      if (rows !== table.rows)
        throw new Failure(`${table.name} has ${counted(rows, "row")}, and the backup ${table.rows}.`);
    }
  });
}
