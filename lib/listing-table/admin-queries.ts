import "server-only";
import { leftToOthers } from "@/lib/interests/queries";
import { newestDirectories } from "@/lib/listings/queries";
import { db, type Db } from "@/lib/server/db";
import { today } from "@/lib/shared/dates";
import { z } from "@/lib/shared/zod";
import { pageCountOf } from "@/lib/shared/page-count";
import { memberNames } from "@/lib/staff/queries";
import type { StaffSession } from "@/lib/staff/types";
import { planBulk } from "./bulk-plan";
import {
  areasSql,
  countListingsSql,
  foundIdsSql,
  isAnyFoundSql,
  listingRowsSql,
  type TableKnowledge,
} from "./listing-rows-sql";
import { exportSelect, toExportRow, type ExportRow } from "./select";
import { findCandidates, findTitles } from "./queries";
import {
  MAX_BULK,
  NO_FILTERS,
  setFilters,
  UNDO_HOURS,
  type ListingFilters,
  type ListingTable,
  type Selection,
} from "./schema";
import { mayBeMisspelled, readSought } from "./sought";
import { alikeSql, elsewhereSql, soughtSql, type FoundElsewhere } from "./sought-words-sql";
import type {
  Area,
  BulkAct,
  BulkPreview,
  BulkResult,
  ChangedListing,
  ListingPage,
  ListingRow,
  RefusedListing,
  SoughtWords,
  StatusMove,
} from "./types";

/** Rows on one page of the table: one or two screens. */
const PAGE_SIZE = 50;
/** How alike words must be, 0 to 1: the first that finds something counts, so that a slip does not find all. */
const LIKENESSES = [0.7, 0.55, 0.45] as const;

/** Every state and county with listings. */
export async function listAreas(_staff: StaffSession): Promise<Area[]> {
  return db.$queryRaw<Area[]>(areasSql());
}

/** One page of the table, and how many rows the filters find; a page past the end shows the last. */
export async function listListings(staff: StaffSession, table: ListingTable): Promise<ListingPage> {
  return withFound(staff, table, async (tx, known, isAlike) => {
    const total = await countIn(tx, table, known);
    const pages = pageCountOf(total, PAGE_SIZE);
    const page = Math.min(table.page, pages);
    const place = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
    const rows = total === 0 ? [] : await tx.$queryRaw<ListingRow[]>(listingRowsSql(table, known, place));
    return { rows, total, page, pages, isAlike, without: total === 0 ? await countWithout(tx, table, known) : [] };
  });
}

/** The ids of what the filters find, in the order of the table, at most so many; null for all. */
export async function findIds(staff: StaffSession, table: ListingTable, limit: number | null): Promise<string[]> {
  return withFound(staff, table, async (tx, known) => {
    const rows = await tx.$queryRaw<{ id: string }[]>(foundIdsSql(table, known, limit));
    return rows.map(({ id }) => id);
  });
}

/** The listings that were chosen; null when they are more than one act may change. */
export async function findChosen(staff: StaffSession, { ids, table }: Selection): Promise<string[] | null> {
  const chosen = ids ?? (await findIds(staff, table, MAX_BULK + 1));
  return chosen.length > MAX_BULK ? null : chosen;
}

/** Rows of a sample: enough to see that it is what was meant. */
const SAMPLE = 10;

/** What an act would do now; null when it is for more listings than one act may change. */
export async function previewBulk(staff: StaffSession, selection: Selection): Promise<BulkPreview | null> {
  const ids = await findChosen(staff, selection);
  if (!ids) return null;
  const others = await leftToOthers(staff.staffId, ids);
  const { changes, refused, shown } = planBulk(selection.act, await findCandidates(db, ids, others));
  const sample = changes.slice(0, SAMPLE);
  const titled = await titling([...sample, ...refused]);
  const { act } = selection;
  const told = { sample: sample.map(titled), refused: refused.map(titled), shown };
  return { act, moves: movesOf(changes), total: changes.length, ...told };
}

/** What an act did; null when there is none of that id. */
export async function getBulk(_staff: StaffSession, id: string): Promise<BulkResult | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const done = await db.bulkAct.findUnique({ where: { id } });
  if (!done) return null;
  const rows = done.rows as unknown as ChangedListing[];
  const refused = done.refused as unknown as RefusedListing[];
  const kept = (done.kept ?? []) as unknown as RefusedListing[];
  const titled = await titling([...rows, ...refused]);
  const memberIds = [done.madeById, done.undoneById].filter((each) => each !== null);
  const nameOf = await memberNames(memberIds);
  const { doneAt, undoneAt, undoneById } = done;
  return {
    id,
    act: done.act as BulkAct,
    doneAt,
    by: nameOf.get(done.madeById) ?? null,
    moves: movesOf(rows),
    total: rows.length,
    rows: rows.map(titled),
    refused: refused.map(titled),
    mayUndo: undoneAt === null && mayStillUndo(doneAt),
    undone: undoneAt && { at: undoneAt, by: nameOf.get(undoneById ?? "") ?? null, kept: kept.map(titled) },
  };
}

/** Whether an act is young enough to be taken back. */
export function mayStillUndo(doneAt: Date): boolean {
  return Date.now() - doneAt.getTime() < UNDO_HOURS * 60 * 60 * 1000;
}

async function titling(rows: readonly { id: string }[]) {
  const titles = await findTitles(
    db,
    rows.map(({ id }) => id),
  );
  return <Row extends { id: string }>(row: Row) => ({ ...row, title: titles.get(row.id) ?? null });
}

function movesOf(changes: readonly ChangedListing[]): StatusMove[] {
  const moves = new Map<string, StatusMove>();
  for (const { from, to } of changes) {
    const key = `${from} ${to}`;
    moves.set(key, { from, to, count: (moves.get(key)?.count ?? 0) + 1 });
  }
  return [...moves.values()];
}

/** The rows of a copy, in the order of the ids; without those that are no longer there. */
export async function readExported(_staff: StaffSession, ids: readonly string[]): Promise<ExportRow[]> {
  const rows = await db.listing.findMany({ where: { id: { in: [...ids] } }, select: exportSelect });
  const found = new Map(rows.map((row) => [row.id, toExportRow(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** What `look` makes of the listings that the filters find, all at one moment. */
async function withFound<Result>(
  _staff: StaffSession,
  filters: ListingFilters,
  look: (tx: Db, known: TableKnowledge, isAlike: boolean) => Promise<Result>,
): Promise<Result> {
  const words = filters.q ? readSought(filters.q) : null;
  const others = { directories: await newestDirectories(db), day: today() };
  if (!words) return look(db, { ...others, sought: null }, false);
  const written = { ...others, sought: soughtSql(words, await elsewhere(db, words, false), false) };
  if (!words.words.some(mayBeMisspelled) || (await isAnyFound(db, written))) return look(db, written, false);
  return db.$transaction(async (tx) => {
    for (const likeness of LIKENESSES) {
      await tx.$queryRaw(alikeSql(likeness));
      const alike = { ...others, sought: soughtSql(words, await elsewhere(tx, words, true), true) };
      if (await isAnyFound(tx, alike)) return look(tx, alike, true);
    }
    return look(tx, written, false);
  });
}

function elsewhere(tx: Db, words: SoughtWords, withSlips: boolean): Promise<FoundElsewhere[]> {
  return tx.$queryRaw<FoundElsewhere[]>(elsewhereSql(words, withSlips));
}

/** Whether the typed words alone find something. */
async function isAnyFound(tx: Db, known: TableKnowledge): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>(isAnyFoundSql(NO_FILTERS, known));
  return row?.is ?? false;
}

async function countIn(tx: Db, filters: ListingFilters, known: TableKnowledge): Promise<number> {
  const [row] = await tx.$queryRaw<{ total: number }[]>(countListingsSql(filters, known));
  return row?.total ?? 0;
}

async function countWithout(tx: Db, table: ListingTable, known: TableKnowledge): Promise<ListingPage["without"]> {
  const found: ListingPage["without"] = [];
  for (const filter of setFilters(table)) {
    const others = filter === "q" ? { ...known, sought: null } : known;
    found.push({ filter, total: await countIn(tx, { ...table, [filter]: "" }, others) });
  }
  return found.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
}
