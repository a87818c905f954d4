import "server-only";
import { db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";

/** Every method version, newest first. */
export async function listMethods(_staff: StaffSession) {
  return db.rankingMethod.findMany({
    orderBy: { version: "desc" },
    select: { version: true, status: true, changelog: true, publishedAt: true, _count: { select: { editions: true } } },
  });
}
