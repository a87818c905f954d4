import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { DUMP, entryOfTable, MANIFEST, readManifest, unknownMigrations, type Manifest } from "@/lib/backups/manifest";
import { ArchiveDamage, checkSeal, readArchive, summing, type Sum } from "@/lib/server/archive";
import { isFile } from "@/lib/server/files";
import { Failure } from "../setup/failure.mjs";

const MIGRATIONS = "prisma/migrations";

/** A backup that is whole. */
export interface WholeBackup {
  file: string;
  manifest: Manifest;
  sum: Sum;
}

/**
 * Reads a whole backup before anything is written, and compares every byte of it.
 * @throws Failure that says what is missing or wrong
 */
export async function verifyBackup(file: string): Promise<WholeBackup> {
  if (!(await isFile(file))) throw new Failure(`There is no file ${file}`);
  const sum = await sealedSum(file);
  const { text, sums } = await readWhole(file);
  const manifest = readManifest(text);
  if (!manifest)
    throw new Failure(`${file} is whole, and it was made by a newer version of the house: update this one.`);
  const isAsWritten = ({ name, bytes, sha256 }: Manifest["entries"][number]) =>
    sums.get(name)?.bytes === bytes && sums.get(name)?.sha256 === sha256;
  const needed = manifest.way === "copy" ? manifest.tables.map(({ name }) => entryOfTable(name)) : [DUMP];
  const isWhole = manifest.entries.every(isAsWritten) && needed.every((name) => sums.has(name));
  if (!isWhole) throw changed(file);
  refuseUnknownMigrations(manifest);
  return { file, manifest, sum };
}

async function sealedSum(file: string): Promise<Sum> {
  try {
    return await checkSeal(file);
  } catch (error) {
    if (!(error instanceof ArchiveDamage)) throw error;
    if (error.kind === "changed") throw changed(file);
    throw new Failure(
      `${file} was cut short: its end is missing, or it is no backup of ours. Nothing was restored.\n` +
        "       Copy it again from where it is whole, or take an earlier backup.",
    );
  }
}

function changed(file: string): Failure {
  return new Failure(
    `${file} was changed after it was made: its checksum is another one. Nothing was restored.\n` +
      "       Copy it again from where it is whole, or take an earlier backup.",
  );
}

async function readWhole(file: string): Promise<{ text: string; sums: Map<string, Sum> }> {
  const sums = new Map<string, Sum>();
  const manifest: Buffer[] = [];
  for await (const { name, chunks } of readArchive(file)) {
    const passing = summing(chunks);
    for await (const chunk of passing.chunks) if (name === MANIFEST) manifest.push(chunk);
    sums.set(name, passing.sum());
  }
  return { text: Buffer.concat(manifest).toString("utf8"), sums };
}

/** The script of each migration of this house, by its name. */
export function migrationScripts(): Map<string, string> {
  const folders = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(folders.map(({ name }) => [name, readFileSync(path.join(MIGRATIONS, name, "migration.sql"), "utf8")]));
}

function refuseUnknownMigrations(manifest: Manifest): void {
  const checksum = (script: string) => createHash("sha256").update(script).digest("hex");
  const known = new Map([...migrationScripts()].map(([name, script]) => [name, checksum(script)]));
  const unknown = unknownMigrations(manifest, known);
  if (unknown.length === 0) return;
  throw new Failure(
    `The backup was made by a newer version of the house, or by another one: update this one, then restore.\n` +
      `       Migrations that are not here, or are others: ${unknown.join(", ")}`,
  );
}
