// A journal that is lost, or lacks lines, is no reason not to serve, and everybody who looks after the house sees it.
import { randomUUID } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import { GET } from "@/app/api/ready/route";
import { JournalNotice } from "@/components/admin/journal-notice";
import { system } from "@/lib/audit/actor";
import { withdrawOwnConsent } from "@/lib/consents/mutations";
import { findJournalTrouble } from "@/lib/replays/admin-queries";
import { replayJournal } from "@/lib/replays/mutations";
import { db } from "@/lib/server/db";
import { formatMoment } from "@/lib/shared/dates";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { newInquiry, receiptHolder } from "../support/inquiry";
import { METRICS_TOKEN, readMetrics } from "../support/metrics";

process.env.METRICS_TOKEN = METRICS_TOKEN;
testDatabase();

const folder = () => path.join(process.env.DATA_DIR!, "journal");
const figures = async () =>
  (await readMetrics()).match(/^(journal_(missing|damaged)_lines|database_up) \d+$/gm)?.toSorted();
const notice = async () => {
  const trouble = await findJournalTrouble(staffSession());
  return trouble && renderToStaticMarkup(createElement(JournalNotice, { locale: "en", trouble }));
};
async function ready() {
  const answer = await GET();
  const { checks, ...said } = (await answer.json()) as { checks: { journal: boolean } };
  return { status: answer.status, journal: checks.journal, said };
}
/** @param inPlace what a file has that stands in its place */
async function withoutFolder(work: () => Promise<void>, inPlace?: string): Promise<void> {
  const away = `${folder()}-away`;
  renameSync(folder(), away);
  if (inPlace !== undefined) writeFileSync(folder(), inPlace);
  try {
    await work();
  } finally {
    rmSync(folder(), { recursive: true, force: true });
    renameSync(away, folder());
  }
}

beforeAll(async () => {
  await db.workerHeartbeat.create({ data: { id: 1, at: new Date() } });
  await replayJournal(system("replay"));
  for (let person = 0; person < 2; person += 1)
    await withdrawOwnConsent(await receiptHolder((await newInquiry()).reference));
});

test("whole, it has no line to report", async () => {
  expect(await ready()).toMatchObject({ journal: true, said: { journalMissingLines: 0, journalDamagedLines: 0 } });
  expect(await figures()).toEqual(["database_up 1", "journal_damaged_lines 0", "journal_missing_lines 0"]);
  expect(await notice()).toBeNull();
});

test("lost, it is counted, and staff read what to do until it is back", async () => {
  const whole = await ready();
  const { at } = await db.journalEntry.findFirstOrThrow({ orderBy: { at: "desc" } });
  await withoutFolder(async () => {
    expect(await ready()).toEqual({ ...whole, said: { ...whole.said, journalMissingLines: 3 } });
    expect(await figures()).toContain("journal_missing_lines 3");
    expect(await replayJournal(system("replay"))).toMatchObject({ missing: 3, replayed: 0 });
    const words = await notice();
    expect(words).toContain("3 lines are missing in the journal");
    expect(words).toContain(`<code>${folder()}</code>`);
    expect(words).toContain(`The newest missing line is from ${formatMoment("en", at)}`);
    const minuteAfter = new Date(Math.ceil(at.getTime() / 60_000) * 60_000);
    expect(words).toContain(`(npm run backup), and restore none from before ${formatMoment("en", minuteAfter)}`);
  });
  expect(await notice()).toBeNull();
});

test("lines that no kept backup needs are missed by nobody", async () => {
  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  await db.journalEntry.create({ data: { id: randomUUID(), at: longAgo } });
  expect(await ready()).toMatchObject({ said: { journalMissingLines: 0 } });
  expect(await notice()).toBeNull();
});

test("damaged, the first line that nobody can read is named", async () => {
  const file = path.join(folder(), "2026-01-01T00-00-00-000Z-00000000.jsonl");
  writeFileSync(file, '{"id":"not one"}\n');
  expect(await ready()).toMatchObject({ said: { journalMissingLines: 0, journalDamagedLines: 1 } });
  expect(await figures()).toContain("journal_damaged_lines 1");
  const words = await notice();
  expect(words).toContain("1 line of the journal cannot be read");
  expect(words).toContain(`${path.basename(file)}:1`);
  rmSync(file);
});

test("one that cannot be read has no figures, and the database is not taken for away", async () => {
  await withoutFolder(async () => {
    expect(await ready()).toMatchObject({ said: { journalMissingLines: null, journalDamagedLines: null } });
    expect(await figures()).toEqual(["database_up 1"]);
    expect(await notice()).toContain("The journal cannot be read (ENOTDIR)");
  }, "a file in its place");
});
