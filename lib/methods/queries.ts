import "server-only";
import { db } from "@/lib/server/db";
import { isPublic, publishedSelect, toPublished } from "./select";
import { methodChanges } from "./changes";
import { sectionsOf } from "./paths";
import type { MethodVersion, PublishedMethod } from "./types";

/** The method of the newest edition; null before the first edition. */
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

/** Every published version, newest first, with what changed since the one before it. */
export async function listMethodVersions(): Promise<MethodVersion[]> {
  const rows = await db.rankingMethod.findMany({
    where: isPublic,
    orderBy: { version: "desc" },
    select: publishedSelect,
  });
  const methods = rows.map(toPublished);
  return methods.map(({ definition, ...method }, index) => {
    const before = methods[index + 1]?.definition;
    return {
      ...method,
      version: definition.version,
      sections: sectionsOf(definition),
      changes: before ? methodChanges(before, definition) : [],
    };
  });
}

/** The versions that computed the newest edition, and that will compute the next one; 0 where there is none. */
export async function getVersions(): Promise<{ currentVersion: number; newestVersion: number }> {
  const edition = await db.rankingEdition.findFirst({
    orderBy: { number: "desc" },
    select: { method: { select: { version: true } } },
  });
  const newest = await db.rankingMethod.findFirst({
    where: isPublic,
    orderBy: { version: "desc" },
    select: { version: true },
  });
  return { currentVersion: edition?.method.version ?? 0, newestVersion: newest?.version ?? 0 };
}
