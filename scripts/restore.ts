// `npm run restore -- FILE`: brings database and uploads back from a backup; `--release` sends the mails that wait since.
// Site and worker must not run on the database.
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { system } from "@/lib/audit/actor";
import { backupFolder } from "@/lib/backups/backup-folder";
import { markGone, uploadsFolder } from "@/lib/backups/jobs";
import { adoptBackup, releaseHeldMails, settleRestored } from "@/lib/backups/mutations";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { clearPageCache } from "@/lib/server/page-cache";
import { utcMoment } from "@/lib/shared/dates";
import { counted } from "@/lib/shared/counted";
import { replayRestored } from "./restore/journal";
import { loadBackup } from "./restore/load";
import { parseRequest, USAGE, type RestoreRequest } from "./restore/request";
import { prepareTarget, refuseUploads, type Target } from "./restore/target";
import { goOnWithout, missingHere, refuseNoKeys } from "./restore/keys";
import { verifyBackup } from "./restore/verify";
import { NO_MAIL_SERVER } from "./setup/command-settings";
import { SERVER_TYPESCRIPT, runNode } from "./setup/commands.mjs";
import { describeFailure, Failure } from "./setup/failure.mjs";
import { createProgress } from "./setup/progress.mjs";
import { requireSettings } from "./setup/settings-check";

try {
  const request = parseRequest(process.argv.slice(2));
  if (request.act === "help") console.log(USAGE);
  else if (request.act === "release") await release();
  else await restore(request);
} catch (error) {
  console.error(`\n${describeFailure(error)}\n`);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}

async function release(): Promise<void> {
  requireSettings(["DATABASE_URL"]);
  if (process.env.SMTP_URL === NO_MAIL_SERVER)
    console.log(
      "SMTP_URL is not set here: `npm run up` gives these mails to its local mailbox, and no person gets one.",
    );
  const { mails, notices, stopped } = await releaseHeldMails(system("restore"));
  console.log(
    `released: ${counted(mails, "mail")} and ${counted(notices, "notice")} to the team; ${stopped} stopped, whose permission has ended`,
  );
}

async function restore(request: Extract<RestoreRequest, { act: "restore" }>): Promise<void> {
  refuseNoKeys(request.withoutKeys);
  // Not DATABASE_URL, which is read once: from here on it is that of the database that we fill.
  requireSettings(["DATA_DIR", "BACKUP_DIR", "BACKUP_KEEP_DAYS", "JOURNAL_DIR", "ENCRYPTION_KEYS", "APP_SECRET"]);
  if (process.env.OWN_DATABASE === "up")
    throw new Failure("The site runs on this database. Stop it (Ctrl+C where `npm run up` runs), and restore again.");
  const step = createProgress(8);
  const file = path.resolve(process.env.INIT_CWD ?? ".", request.file);
  const backup = await step("backup", async () => {
    const whole = await verifyBackup(file);
    const { way, madeAt, entries } = whole.manifest;
    return {
      note: `whole: ${way}, made ${utcMoment(new Date(madeAt))}, ${counted(entries.length, "entry", "entries")}`,
      value: whole,
    };
  });
  const lost = await step("keys", async () => missingHere(backup, request.withoutKeys));
  refuseUploads(uploadsFolder(), request.replaces);
  const target = await step("database", async () => {
    const own = process.env.OWN_DATABASE !== undefined;
    const prepared = await prepareTarget(process.env.DATABASE_URL ?? "", own, request.replaces);
    return { note: prepared.note, value: prepared };
  });
  process.env.DATABASE_URL = target.url;
  const uploads = `${uploadsFolder()}.restored`;
  try {
    await rm(uploads, { recursive: true, force: true });
    await step("rows", async () => ({
      note: `${counted(await loadBackup(backup, target.url, uploads), "row")}, every foreign key holds`,
      value: undefined,
    }));
    await step("tables", async () => {
      const log = path.join(env().DATA_DIR, "logs", "migrate.log");
      await runNode("The migration", [...SERVER_TYPESCRIPT, "scripts/migrate.ts"], { env: process.env, log });
      await goOnWithout(system("keys"), lost);
      return { note: "as this version has them", value: undefined };
    });
    // The data is in, the tables are this version's, and nobody can open the database yet. What the replay queues is held
    // by the next step.
    const backupMadeAt = new Date(backup.manifest.madeAt);
    const replay = await step("journal", async () => {
      const goesWithout = request.withoutJournal;
      const done = await replayRestored(system("replay"), { backupMadeAt, goesWithout });
      return { note: done.note, value: done };
    });
    const settled = await step("mails and sessions", async () => {
      const restored = { fileName: path.basename(file), backupMadeAt };
      const waiting = await settleRestored(system("restore"), { ...restored, doneAgain: replay.doneAgain });
      if (path.dirname(file) === backupFolder())
        await adoptBackup(system("restore"), { ...restored, ...backup.sum, way: backup.manifest.way });
      const { gone } = await markGone(system("restore"));
      const held = waiting.mails + waiting.notices;
      return { note: `${counted(held, "mail")} held, nobody is signed in`, value: { held, gone: gone.length } };
    });
    await step("opening", () => open(target, uploads));
    console.log([closingWords(settled.held), goneWords(settled.gone), replay.closing].join(""));
  } catch (error) {
    await db.$disconnect();
    await rm(uploads, { recursive: true, force: true });
    console.error(`\n${await target.discard()}`);
    throw error;
  }
}

async function open(target: Target, uploads: string): Promise<{ value: undefined }> {
  await db.$disconnect();
  await target.open();
  if (existsSync(uploads)) {
    await rm(uploadsFolder(), { recursive: true, force: true });
    await rename(uploads, uploadsFolder());
  }
  await clearPageCache();
  return { value: undefined };
}

function closingWords(held: number): string {
  return held === 0
    ? "The database is back. No mail waited in it. Everybody has to sign in again."
    : `The database is back. ${counted(held, "mail waits", "mails wait")} until somebody decides about them: /admin/backups, or npm run restore -- --release\nEverybody has to sign in again.`;
}

/** The backups that the database knows and that stand elsewhere. */
function goneWords(count: number): string {
  if (count === 0) return "";
  const [files, they] =
    count === 1 ? ["1 earlier backup is", "It counts"] : [`${count} earlier backups are`, "They count"];
  return `\n${files} not in ${backupFolder()}, as is usual after a move. ${they} as gone.`;
}
