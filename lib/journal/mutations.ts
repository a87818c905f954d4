import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor, SystemActor } from "@/lib/audit/actor";
import { db, type Db } from "@/lib/server/db";
import { addLastingLine } from "@/lib/server/lasting-lines";
import { count } from "@/lib/server/metrics";
import { journalFolder } from "./folder";
import { isJournalEmpty } from "./queries";
import { subjectHash } from "./subject";
import type { JournalEntry, JournalTelling } from "./types";

/**
 * Writes an act into the journal, outside the database, and waits until the disk has it. The last thing before the
 * transaction commits: an act that is not in the journal has not happened, and one that is there and did not commit is
 * done by the next replay. What a replay does stands in the journal already.
 * @throws NotLasting when it cannot be written: the transaction must fail, and the person is told to try again
 */
export async function tellJournal(tx: Db, actor: Actor, telling: JournalTelling): Promise<void> {
  if ("system" in actor && actor.system === "replay") return;
  const { act, subjectId, listingIds, word } = telling;
  const at = new Date().toISOString();
  await write(tx, {
    id: randomUUID(),
    at,
    act,
    subject: subjectHash(subjectId),
    listings: listingIds?.map(subjectHash),
    word,
  });
}

/**
 * Says in a transaction of a replay when its act was done first. The database writes this moment for its own, unless
 * the record shows that something happened since.
 */
export async function actAsOf(tx: Db, actedAt: Date): Promise<void> {
  await tx.$queryRaw`SELECT set_config('house.acted_at', ${actedAt.toISOString()}, true)`;
}

/**
 * The first line of a house's journal, when it has none yet. From then on every backup knows a line, and a restore sees
 * whether the journal beside it is this house's.
 */
export async function openJournal(_actor: SystemActor): Promise<void> {
  if (!(await isJournalEmpty())) return;
  await write(db, { id: randomUUID(), at: new Date().toISOString(), act: "journal.opened", subject: "" });
}

/** The row first: when the database refuses it, no line is left behind. */
async function write(tx: Db, entry: JournalEntry): Promise<void> {
  await tx.journalEntry.create({ data: { id: entry.id, at: entry.at }, select: { id: true } });
  try {
    await addLastingLine(journalFolder(), entry);
  } catch (error) {
    count("journal_failures_total", "Acts refused because the journal could not be written", { act: entry.act });
    throw error;
  }
}

/** Notes that a replay has done what the entry says. */
export async function markReplayed(tx: Db, { id, at }: JournalEntry): Promise<void> {
  await tx.journalEntry.createMany({ data: [{ id, at }], skipDuplicates: true });
}
