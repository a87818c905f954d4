import "server-only";
import { db, type Db } from "@/lib/server/db";
import { holdHashes } from "@/lib/server/hold";
import { dayOf } from "@/lib/shared/dates";
import { isSlug } from "@/lib/shared/slug";
import { z } from "@/lib/shared/zod";
import type { CorrectionInput } from "./schema";
import { contentHashes } from "./sealed";
import { isPublic, logSelect, toLogged } from "./select";
import type { CorrectionLog } from "./types";
import { pageCountOf } from "@/lib/shared/page-count";

const PAGE_SIZE = 25;
/** Within this time the same words about the same place are one report. */
const SAME_HOURS = 24;

/** A page of the public log, the newest decision first; a page beyond the last answers with the last. */
export async function listLog(page = 1): Promise<CorrectionLog> {
  const where = { ...isPublic };
  const total = await db.correction.count({ where });
  const pageCount = pageCountOf(total, PAGE_SIZE);
  const current = Math.min(page, pageCount);
  const rows = await db.correction.findMany({
    where,
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    skip: (current - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: logSelect,
  });
  return { corrections: rows.map(toLogged), total, page: current, pageCount };
}

/** Whether we have a correction with that reference; says nothing else about it. */
export async function isKept(reference: string): Promise<boolean> {
  return (await db.correction.count({ where: { reference } })) > 0;
}

/** The day (YYYY-MM-DD) of the oldest report about a listing that staff have not decided; null when none waits. */
export async function getReportedOn(listingId: string): Promise<string | null> {
  const oldest = await db.correction.findFirst({
    where: { listingId, status: "new" },
    orderBy: { createdAt: "asc" },
    select: { createdAt: true },
  });
  return oldest && dayOf(oldest.createdAt);
}

/** The id of the listing that a correction is about; null when there is no such correction. */
export async function findReportedListing(id: string): Promise<string | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const correction = await db.correction.findUnique({ where: { id }, select: { listingId: true } });
  return correction?.listingId ?? null;
}

/** The id of the published listing at that URL; null when there is none. */
export async function findCorrectable(slug: string): Promise<string | null> {
  if (!isSlug(slug)) return null;
  const listing = await db.listing.findUnique({ where: { slug, status: "published" }, select: { id: true } });
  return listing?.id ?? null;
}

/** The same report, kept before or by another request at this moment; null when there is none. */
export async function findKept(listingId: string, input: CorrectionInput): Promise<{ reference: string } | null> {
  return db.$transaction((tx) => awaitSame(tx, contentHashes(listingId, input)));
}

/** One at a time for the same words, so that two windows sent at the same moment are one report too. */
export async function awaitSame(tx: Db, hashes: string[]): Promise<{ reference: string } | null> {
  await holdHashes(tx, hashes);
  return findSame(tx, hashes);
}

export function findSame(tx: Db, hashes: string[]): Promise<{ reference: string } | null> {
  return tx.correction.findFirst({
    where: { contentHash: { in: hashes }, createdAt: { gte: sameSince() } },
    orderBy: { createdAt: "asc" },
    select: { reference: true },
  });
}

/** Reports from before this moment are other reports, whatever they say. */
export function sameSince(): Date {
  return new Date(Date.now() - SAME_HOURS * 60 * 60 * 1000);
}
