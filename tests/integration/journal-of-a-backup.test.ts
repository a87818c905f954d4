// Which lines a restore asks for: all that a backup which may be kept could need, and not what was removed long ago.
import { randomUUID } from "node:crypto";
import { renameSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { openJournal } from "@/lib/journal/mutations";
import { db } from "@/lib/server/db";
import { replayRestored } from "../../scripts/restore/journal";
import { testDatabase } from "../support/database";
import { formerState } from "../support/former-state";

testDatabase();

const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
const lost = (days: number) => db.journalEntry.create({ data: { id: randomUUID(), at: ago(days) } });
const restored = (days: number, goesWithout = false) =>
  replayRestored(system("replay"), { backupMadeAt: ago(days), goesWithout });

beforeAll(async () => {
  await openJournal(system("replay"));
  await lost(31);
});

test("lines from before the oldest backup that is kept may be gone", async () => {
  const { note, doneAgain } = await restored(1);
  expect(note).toMatch(/^1 line, the last one of .* UTC; nothing to do again$/);
  expect(doneAgain).toMatchObject({ linesMissing: 0, linesDamaged: 0 });
});

test("of a backup that is older than any should be, those from the days before it are asked for", async () => {
  await expect(restored(40)).rejects.toThrow("1 line that the backup knows is not in it");
});

test("whoever goes on without one is told, and it is written down", async () => {
  const goBack = await formerState();
  await lost(3);
  await expect(restored(1)).rejects.toThrow(
    /not whole: 1 line that the backup knows is not in it\.\n +What is there: 1 line,/,
  );
  const { note, doneAgain } = await restored(1, true);
  expect(note).toContain("1 line missing or damaged, as you know");
  expect(doneAgain).toMatchObject({ linesMissing: 1 });
  await goBack();
});

test("a folder without any line that the backup knows is another house's, however old they are", async () => {
  const folder = path.join(process.env.DATA_DIR!, "journal");
  renameSync(folder, `${folder}-away`);
  const known = await db.journalEntry.count();
  await expect(restored(1)).rejects.toThrow(
    new RegExp(`not whole: ${known} lines that the backup knows are not in it\\.\\n +What is there: no line`),
  );
  renameSync(`${folder}-away`, folder);
});
