import "server-only";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { proposedChangesSchema } from "./proposed-changes";
import type { ProposedEdition } from "./types";

/** The edition that waits to be published; null when the list would stay the same. */
export async function findProposedEdition(_staff: StaffSession): Promise<ProposedEdition | null> {
  const row = await db.proposedEdition.findUnique({
    where: { area: SERVED_COUNTY },
    select: { computedAt: true, changes: true },
  });
  // What an older release wrote in another shape is written anew in the night, or when staff judge anew.
  const changes = proposedChangesSchema.safeParse(row?.changes);
  return row && changes.success ? { computedAt: row.computedAt, changes: changes.data } : null;
}
