import "server-only";
import { recordAudit, recordAudits } from "@/lib/audit/mutations";
import type { AuditEvent } from "@/lib/audit/types";
import { holdListings, mayJudgeOperator } from "@/lib/interests/mutations";
import { positionOf } from "@/lib/facts/position";
import type { NewListingInput } from "@/lib/listings/schema";
import { LISTING_STEPS } from "@/lib/listings/types";
import { operatorKey } from "@/lib/operators/operator-key";
import { operatorOfName, operatorsOf, slugsRunBy } from "@/lib/operators/queries";
import { formerSlugs } from "@/lib/redirects/mutations";
import { refreshSearch } from "@/lib/search/mutations";
import { db, type Db } from "@/lib/server/db";
import { once } from "@/lib/server/once";
import { fromIsoDate } from "@/lib/shared/dates";
import { countyOfZip } from "@/lib/sources/county";
import type { StaffSession } from "@/lib/staff/types";
import { slugsInUse } from "@/lib/statements/queries";
import { freeSlug } from "@/lib/statements/slugs";
import { findChosen, findIds, mayStillUndo } from "./admin-queries";
import { planBulk, planUndo } from "./bulk-plan";
import { findAlike, findCandidates } from "./queries";
import { setFilters, type ExportFormat, type ListingTable, type Selection } from "./schema";
import type { AlikeListing, ChangedListing } from "./types";

export type Entered =
  | { outcome: "entered"; id: string }
  | { outcome: "alike"; alike: AlikeListing[] }
  /** Whoever enters it declared a conflict of interest with who runs it. */
  | { outcome: "interested" };

/**
 * Enters a listing by hand, as a draft, unless it resembles others than those that whoever enters it saw and says are
 * other places. The position is the middle of its ZIP code, and its county follows from it in California; an operator
 * that has its name runs it.
 * @param act the same press again gives the same listing
 */
export async function enterListing(
  staff: StaffSession,
  input: NewListingInput,
  act: string | null = null,
): Promise<Entered> {
  return db.$transaction(async (tx) => {
    // One at a time: two people may enter one place at the same moment.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('enter listing'))::text`;
    const operatorId = await operatorOfName(tx, operatorKey(input.name, input.state));
    if (operatorId && !(await mayJudgeOperator(tx, staff, operatorId))) return { outcome: "interested" };
    let alike: AlikeListing[] = [];
    const made = await once(tx, act, async () => {
      alike = await findAlike(tx, input);
      const seen = new Set(input.isOther ? input.others.split(",") : []);
      return alike.every(({ id }) => seen.has(id)) ? create(tx, staff, input, operatorId) : null;
    });
    return made ? { outcome: "entered", id: made.id } : { outcome: "alike", alike };
  });
}

async function create(tx: Db, staff: StaffSession, input: NewListingInput, operatorId: string | null): Promise<string> {
  const { isOther: _isOther, others: _others, evidenceSeenOn, ...said } = input;
  const position = positionOf(said.zip, []);
  const county = countyOfZip(said.zip);
  const { website: _website, evidence: _evidence, ...columns } = said;
  const byHand = Object.entries(columns).filter(([, value]) => value !== null);
  const { id } = await tx.listing.create({
    data: {
      ...said,
      county,
      operatorId,
      slug: freeSlug(said, await slugsInUse(tx)),
      evidenceSeenOn: fromIsoDate(evidenceSeenOn),
      latitude: position?.latitude ?? null,
      longitude: position?.longitude ?? null,
      positionSource: position?.source ?? null,
      // Imports leave what staff set.
      staffFields: byHand.map(([field]) => field).sort(),
    },
    select: { id: true },
  });
  const after = { ...said, evidenceSeenOn };
  await recordAudit(tx, staff, { action: "listing.entered", subjectType: "listing", subjectId: id, after });
  await refreshSearch(tx);
  return id;
}

export type BulkWrite =
  | { outcome: "done"; id: string; slugs: string[] }
  /** What would happen now is not what was shown: nothing was done. */
  | { outcome: "changed" };

/**
 * Does to all chosen listings what the preview showed, in one transaction, and writes down each of them. When anything of
 * it would be different by now, nothing is done.
 * @param shown what the preview was recognized by: lib/listing-table/bulk-plan
 */
export async function changeMany(
  staff: StaffSession,
  selection: Selection,
  shown: string,
  act: string | null = null,
): Promise<BulkWrite> {
  const ids = await findChosen(staff, selection);
  return db.$transaction(async (tx) => {
    let slugs: string[] = [];
    const done = await once(tx, act, async () => {
      const others = await holdListings(tx, staff, ids ?? []);
      const plan = planBulk(selection.act, await findCandidates(tx, ids ?? [], others));
      if (plan.shown !== shown || plan.changes.length === 0) return null;
      const { changes, refused } = plan;
      slugs = await move(tx, staff, changes.map(withStatusByHand));
      const data = { act: selection.act, madeById: staff.staffId };
      const lists = { rows: changes.map((each) => ({ ...each })), refused: refused.map((each) => ({ ...each })) };
      const { id } = await tx.bulkAct.create({ data: { ...data, ...lists }, select: { id: true } });
      const after = { act: selection.act, listings: changes.length, leftAlone: refused.length };
      const subject = { subjectType: "listing_table", subjectId: id } as const;
      await recordAudit(tx, staff, { action: "listing_table.changed", ...subject, after });
      return id;
    });
    return done ? { outcome: "done", id: done.id, slugs } : { outcome: "changed" };
  });
}

/**
 * Takes an act on many listings back: each has the status from before again, apart from those that somebody changed
 * since. To take it back twice changes nothing more. Null when it is too old, or there is none.
 */
export async function undoMany(staff: StaffSession, id: string): Promise<{ slugs: string[] } | null> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "BulkAct" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const act = await tx.bulkAct.findUnique({ where: { id } });
    if (!act || (!act.undoneAt && !mayStillUndo(act.doneAt))) return null;
    if (act.undoneAt) return { slugs: [] };
    const rows = act.rows as unknown as ChangedListing[];
    const ids = rows.map((row) => row.id);
    const others = await holdListings(tx, staff, ids);
    const now = new Map((await findCandidates(tx, ids, others)).map((row) => [row.id, row]));
    const { back, kept } = planUndo(rows, now, others);
    const slugs = await move(
      tx,
      staff,
      back.map(({ from, to, ...row }) => ({ ...row, from: to, to: from })),
    );
    const undone = { undoneAt: new Date(), undoneById: staff.staffId, kept: kept.map((each) => ({ ...each })) };
    await tx.bulkAct.update({ where: { id }, data: undone, select: { id: true } });
    const after = { listings: back.length, leftAlone: kept.length };
    const subject = { subjectType: "listing_table", subjectId: id } as const;
    await recordAudit(tx, staff, { action: "listing_table.undone", ...subject, after });
    return { slugs };
  });
}

/**
 * Writes down that somebody takes a copy of what the filters find, and of how many; not what they typed.
 * @returns the ids, in the order of the table
 */
export async function startExport(staff: StaffSession, table: ListingTable, format: ExportFormat): Promise<string[]> {
  const ids = await findIds(staff, table, null);
  const filters = Object.fromEntries(setFilters(table).map((name) => [name, name === "q" ? "…" : table[name]]));
  const after = { format, listings: ids.length, ...filters };
  const subject = { subjectType: "listing_table", subjectId: format } as const;
  await recordAudit(db, staff, { action: "listing_table.exported", ...subject, after });
  return ids;
}

/** From now on imports leave the status too. */
function withStatusByHand({ staffFields, ...row }: ChangedListing): ChangedListing {
  return { ...row, staffFields: [...new Set([...staffFields, "status"])].sort() };
}

/** Writes the statuses, and writes down each. @returns the slugs whose pages change */
async function move(tx: Db, staff: StaffSession, changes: readonly ChangedListing[]): Promise<string[]> {
  const ids = changes.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE "Listing" AS l SET "status" = r."to"::"PublicationStatus", "staffFields" = r."staffFields",
      "version" = l."version" + 1, "updatedAt" = utc_clock()
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS r("id" uuid, "to" text, "staffFields" text[])
    WHERE l."id" = r."id"`;
  const events = changes.map(({ id, from, to }): AuditEvent => {
    const subject = { subjectType: "listing", subjectId: id } as const;
    const { action } = Object.values(LISTING_STEPS).find(({ status }) => status === to)!;
    return { action, ...subject, before: { status: from }, after: { status: to } };
  });
  await recordAudits(tx, staff, events);
  await refreshSearch(tx);
  return slugsShowing(tx, ids);
}

/** Of the listings themselves, also former ones, and of all of their operators, which name each other. */
async function slugsShowing(tx: Db, ids: string[]): Promise<string[]> {
  const own = await tx.listing.findMany({ where: { id: { in: ids } }, select: { slug: true } });
  const others = await slugsRunBy(tx, await operatorsOf(tx, ids));
  const former = await formerSlugs(tx, "listing", ...ids);
  return [...new Set([...own.map(({ slug }) => slug), ...others, ...former])];
}
