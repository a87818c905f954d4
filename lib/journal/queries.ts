import "server-only";
import { db } from "@/lib/server/db";
import { readLastingLines } from "@/lib/server/lasting-lines";
import { journalFolder } from "./folder";
import { journalEntrySchema } from "./schema";
import { secretOf } from "./subject";
import type { JournalEntry, KnownLine } from "./types";
import { JournalUnreadable } from "./unreadable";

/** What the journal has and the database does not, or the other way round. */
export interface JournalComparison {
  /** Acts that the database lost, or that never committed; in the order they happened. */
  pending: JournalEntry[];
  /** Lines that the database knows and this folder does not have, in the order they were written. */
  missing: KnownLine[];
  /** How many lines the database knows. */
  known: number;
  /** Lines that nobody can read, as file and line. */
  damaged: string[];
}

/** Compares the files of the journal with the database. @throws JournalUnreadable */
export async function compareJournal(): Promise<JournalComparison> {
  // Each act has its line before the database knows it: what is known now is in the files that are read after.
  const select = { id: true, at: true } as const;
  const known = await db.journalEntry.findMany({ orderBy: [{ at: "asc" }, { id: "asc" }], select });
  const { entries, damaged } = await readJournal();
  const pending = await withoutKnown(without(entries, known));
  return { pending, missing: without(known, entries), known: known.length, damaged };
}

function without<Line extends { id: string }>(lines: Line[], others: { id: string }[]): Line[] {
  const ids = new Set(others.map(({ id }) => id));
  return lines.filter(({ id }) => !ids.has(id));
}

/** Those that the database still does not know: some were under way a moment ago. */
async function withoutKnown(entries: JournalEntry[]): Promise<JournalEntry[]> {
  if (entries.length === 0) return [];
  const ids = entries.map(({ id }) => id);
  return without(entries, await db.journalEntry.findMany({ where: { id: { in: ids } }, select: { id: true } }));
}

/** How many lines the folder has, and when the last one was written. @throws JournalUnreadable */
export async function journalExtent(): Promise<{ lines: number; lastAt: Date | null }> {
  const { entries } = await readJournal();
  const last = entries.at(-1);
  return { lines: entries.length, lastAt: last ? new Date(last.at) : null };
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
  const known = new Set((await db.journalEntry.findMany({ select: { id: true } })).map(({ id }) => id));
  const needs = new Map<string, JournalNeed>();
  for (const { id, at, act, subject } of entries) {
    if (act === "journal.opened" || (known.has(id) && new Date(at) < since)) continue;
    const secret = secretOf(subject);
    needs.set(secret, { lines: (needs.get(secret)?.lines ?? 0) + 1, newestAt: new Date(at) });
  }
  return needs;
}

const understand = (json: unknown): JournalEntry | null => journalEntrySchema.safeParse(json).data ?? null;

/** The entries in the order they happened; each once, though two folders were put together. */
async function readJournal(): Promise<{ entries: JournalEntry[]; damaged: string[] }> {
  const { lines, damaged } = await readLastingLines(journalFolder(), understand).catch((error: unknown) => {
    throw new JournalUnreadable((error as NodeJS.ErrnoException).code ?? "EUNKNOWN");
  });
  const once = new Map(lines.map((entry): [string, JournalEntry] => [entry.id, entry]));
  const entries = [...once.values()].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { entries, damaged };
}
