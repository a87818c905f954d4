import "server-only";
import { listByStaff, type StaffEvent } from "@/lib/audit/queries";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { db, type Db } from "@/lib/server/db";
import { memberNames } from "@/lib/staff/queries";
import type { StaffSession } from "@/lib/staff/types";
import { changedIn, proposedChangesSchema, type ProposedChanges } from "./proposed-changes";
import type { EditionDecision, ProposedEdition, Publishing } from "./types";

/** Nobody who has not signed in for so long can be asked to look at an edition. */
const ACTIVE_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

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

/** What members decided about the places that it changes, since the edition that it is compared with; the newest first. */
export async function listDecisionsIn(
  _staff: StaffSession,
  changes: ProposedChanges,
  tx: Db = db,
): Promise<EditionDecision[]> {
  const names = changedIn(changes);
  const events = await decidedIn(tx, changes);
  const members = await memberNames(
    events.map(({ staffId }) => staffId),
    tx,
  );
  return events.map(({ staffId, subjectId, ...event }) => ({
    ...event,
    member: members.get(staffId) ?? null,
    listing: { id: subjectId, name: names.get(subjectId) ?? "" },
  }));
}

/** Whether a member may publish what would change: a second person looks at what somebody decided. */
export async function findPublishing(
  { staffId }: StaffSession,
  changes: ProposedChanges,
  tx: Db = db,
  now = new Date(),
): Promise<Publishing> {
  const deciders = (await decidedIn(tx, changes)).map((event) => event.staffId);
  if (!deciders.includes(staffId)) return "free";
  const others = await tx.staffMember.findMany({
    where: { role: { in: ["admin", "editor"] }, removedAt: null, id: { notIn: deciders } },
    select: { id: true },
  });
  const active = await tx.auditEvent.count({
    where: {
      action: "staff.signed_in",
      subjectId: { in: others.map(({ id }) => id) },
      at: { gt: new Date(now.getTime() - ACTIVE_DAYS * DAY_MS) },
    },
  });
  return active > 0 ? "others" : "alone";
}

/** The decisions of members about the places that it changes, since the edition that it is compared with. */
async function decidedIn(tx: Db, changes: ProposedChanges): Promise<StaffEvent[]> {
  const where = { number: changes.since ?? 0 };
  const edition = await tx.rankingEdition.findUnique({ where, select: { computedAt: true } });
  const since = edition?.computedAt ?? new Date(0);
  return listByStaff(tx, { subjectType: "listing", subjectIds: [...changedIn(changes).keys()], since });
}
