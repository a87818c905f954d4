// `npm run backup`: makes a backup of the database and of what was uploaded, while the site runs or while it does not. It
// prints counts and names of tables only.
import { backupFolder } from "@/lib/backups/backup-folder";
import { BACKUP_STEPS, makeBackup } from "@/lib/backups/jobs";
import { failureCode } from "@/lib/backups/failure-code";
import { system } from "@/lib/audit/actor";
import { journalFolder } from "@/lib/journal/folder";
import { journalExtent } from "@/lib/journal/queries";
import { db } from "@/lib/server/db";
import { ELSEWHERE, keySource } from "@/lib/server/key-source";
import { counted } from "@/lib/shared/counted";
import { extentWords } from "./setup/journal-words";
import { createProgress } from "./setup/progress.mjs";
import { requireSettings } from "./setup/settings-check";

// Not the keys: it copies what they sealed as it is, also when they are lost.
requireSettings(["DATABASE_URL", "DATA_DIR", "BACKUP_DIR", "BACKUP_KEEP_DAYS", "JOURNAL_DIR"]);

const KEY_SETTINGS = ["APP_SECRET", "ENCRYPTION_KEYS"] as const;

const WORDS = {
  disk_full: `There is no room for it in ${backupFolder()}. Make room, or choose another folder: BACKUP_DIR`,
  not_writable: `${backupFolder()} cannot be written. Let this user write it, or choose another folder: BACKUP_DIR`,
  database: "The database went away, or did not let us read a table.",
  pg_dump: "pg_dump gave up.",
  unknown: "Something that nobody expected.",
} as const;

try {
  const made = await makeBackup(system("backup"), createProgress(BACKUP_STEPS));
  console.log(
    made
      ? `${made.fileName}: ${counted(made.bytes, "byte")}, SHA-256 ${made.sha256}\n${await leftOutWords()}`
      : "Another process makes a backup at this moment. Nothing is left to do.",
  );
} catch (error) {
  console.error(`\nerror  There is no backup. ${WORDS[failureCode(error)]}`);
  console.error(`       ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}

/** Without these two a backup is of little use, and whoever finds all three has everything. */
async function leftOutWords(): Promise<string> {
  const extent = await journalExtent().then(extentWords, () => "it cannot be read");
  return [
    "Not in it. Copy both, apart from it and from each other (docs/operations.md):",
    `  the keys     ${keysWords()}`,
    `  the journal  ${journalFolder()} (${extent})`,
  ].join("\n");
}

function keysWords(): string {
  const lacking = KEY_SETTINGS.filter((setting) => !process.env[setting]);
  if (lacking.length > 0) return `not here: ${lacking.join(" and ")}`;
  const [file, ...others] = new Set(KEY_SETTINGS.map(keySource));
  return others.length === 0 && file !== ELSEWHERE ? file! : `${KEY_SETTINGS.join(" and ")}, where they are set`;
}
