import "server-only";
import { db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { headSelect } from "./select";

/** Every method version, newest first. */
export async function listMethods(_staff: StaffSession) {
  return db.rankingMethod.findMany({
    orderBy: { version: "desc" },
    select: { version: true, status: true, changelog: true, publishedAt: true, _count: { select: { editions: true } } },
  });
}

/** Every edition, newest first. */
export async function listEditions(_staff: StaffSession) {
  return db.rankingEdition.findMany({ orderBy: { number: "desc" }, select: headSelect });
}
