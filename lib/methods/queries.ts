import "server-only";
import { db } from "@/lib/server/db";
import { isPublic, publishedSelect, toPublished } from "./select";
import type { PublishedMethod } from "./types";

/** The record that scored the newest edition; null before the first edition. */
export async function getMethodOfNewestEdition(): Promise<PublishedMethod | null> {
  const newest = await db.rankingEdition.findFirst({
    orderBy: { number: "desc" },
    select: { method: { select: { version: true } } },
  });
  return newest && getMethod(newest.method.version);
}

/**
 * A published method by its version; null when there is none.
 * @param version a positive whole number within PostgreSQL's integer
 */
export async function getMethod(version: number): Promise<PublishedMethod | null> {
  const row = await db.rankingMethod.findUnique({ where: { version, ...isPublic }, select: publishedSelect });
  return row && toPublished(row);
}
