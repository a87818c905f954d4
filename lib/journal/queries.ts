import "server-only";
import { db } from "@/lib/server/db";
import { readLastingLines } from "@/lib/server/lasting-lines";
import { journalFolder } from "./folder";
import { journalEntrySchema } from "./schema";
import { secretOf } from "./subject";
import type { JournalEntry } from "./types";

/** What the journal has and the database does not, or the other way round. */
export interface JournalComparison {
  /** Acts that the database lost, or that never committed; in the order they happened. */
  pending: JournalEntry[];
  /** How many acts the database knows whose lines are not in this folder. */
  missing: number;
  /** Lines that nobody can read, as file and line. */
  damaged: string[];
}

/** Compares the files of the journal with the database. */
export async function compareJournal(): Promise<JournalComparison> {
  const { entries, damaged } = await readJournal();
  const known = await knownIds();
  const pending = entries.filter(({ id }) => !known.has(id));
  const missing = known.size - (entries.length - pending.length);
  return { pending, missing, damaged };
}

async function knownIds(): Promise<Set<string>> {
  return new Set((await db.journalEntry.findMany({ select: { id: true } })).map(({ id }) => id));
}

/** Whether neither the folder nor the database has a line. */
export async function isJournalEmpty(): Promise<boolean> {
  if ((await db.journalEntry.count()) > 0) return false;
  const { entries, damaged } = await readJournal();
  return entries.length === 0 && damaged.length === 0;
}

/** What the journal needs a secret for. */
export interface JournalNeed {
  /** How many lines name their records by it: those since a moment, and those of whatever age that a replay looks for. */
  lines: number;
  /** The moment of the newest of them. */
  newestAt: Date;
}

/** What a replay after a restore needs, by the secret's id. @param since lines from before it are done for good */
export async function needsOfJournal(since: Date): Promise<Map<string, JournalNeed>> {
  const { entries } = await readJournal();
  const known = await knownIds();
  const needs = new Map<string, JournalNeed>();
  for (const { id, at, act, subject } of entries) {
    if (act === "journal.opened" || (known.has(id) && new Date(at) < since)) continue;
    const secret = secretOf(subject);
    needs.set(secret, { lines: (needs.get(secret)?.lines ?? 0) + 1, newestAt: new Date(at) });
  }
  return needs;
}

/** The entries in the order they happened; each once, though two folders were put together. */
async function readJournal(): Promise<{ entries: JournalEntry[]; damaged: string[] }> {
  const { lines, damaged } = await readLastingLines(
    journalFolder(),
    (json) => journalEntrySchema.safeParse(json).data ?? null,
  );
  const once = new Map(lines.map((entry): [string, JournalEntry] => [entry.id, entry]));
  const entries = [...once.values()].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { entries, damaged };
}
