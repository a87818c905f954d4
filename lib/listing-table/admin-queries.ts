import "server-only";
import { newestDirectories } from "@/lib/listings/queries";
import { db, type Db } from "@/lib/server/db";
import { today } from "@/lib/shared/dates";
import { pageCountOf } from "@/lib/shared/page-count";
import type { StaffSession } from "@/lib/staff/types";
import { areasSql, countListingsSql, isAnyFoundSql, listingRowsSql, type TableKnowledge } from "./listing-rows-sql";
import { NO_FILTERS, setFilters, type ListingFilters, type ListingTable } from "./schema";
import { mayBeMisspelled, readSought } from "./sought";
import { alikeSql, elsewhereSql, soughtSql, type FoundElsewhere } from "./sought-words-sql";
import type { Area, ListingPage, ListingRow, SoughtWords } from "./types";

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
