import "server-only";
import { db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { headSelect } from "./select";

/** Every edition, newest first. */
export async function listEditions(_staff: StaffSession) {
  return db.rankingEdition.findMany({ orderBy: { number: "desc" }, select: headSelect });
}
