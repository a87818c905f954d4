import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { AuditAction } from "@/lib/audit/types";
import { holdListing } from "@/lib/interests/mutations";
import { formerSlugs, redirectSlug, slugLeadsElsewhere } from "@/lib/redirects/mutations";
import { refreshSearch } from "@/lib/search/mutations";
import { isPublic } from "@/lib/facts/select";
import { db, Prisma, type Db } from "@/lib/server/db";
import { once } from "@/lib/server/once";
import { fromIsoDate, toIsoDate } from "@/lib/shared/dates";
import type { StaffSession } from "@/lib/staff/types";
import { editorSelect, listingValues, type EditedListing } from "./admin-queries";
import {
  LISTING_FIELDS,
  type FactCheckInput,
  type FactChecksInput,
  type LicenseNoteInput,
  type ListingField,
  type ListingInput,
  type ListingStep,
  type RetractionInput,
} from "./schema";
import { answerOf, writeSheet } from "./staff-sheets";
import { LISTING_STEPS } from "./types";

/** The columns that an import brings. When staff change one by hand, imports no longer overwrite it. */
const IMPORTED_COLUMNS = new Set<ListingField>([
  "name",
  "unit",
  "street",
  "street2",
  "city",
  "state",
  "zip",
  "county",
  "phone",
  "phoneExtension",
  "intakePhones",
  "latitude",
  "longitude",
  "kind",
]);

export type ListingWrite =
  | { outcome: "saved"; slugs: string[] }
  | { outcome: "conflict"; current: EditedListing }
  | { outcome: "slug_taken" }
  | { outcome: "gone" };

/**
 * Writes an editor's columns over the version that the editor saw, adds a redirect when the slug changes, takes the
 * step that was asked for, and records both in the audit. It does not write a value that is already there, so a button
 * that is pressed twice acts once.
 */
export function saveListing(staff: StaffSession, input: ListingInput, step: ListingStep = null): Promise<ListingWrite> {
  return refusingTakenSlug(() => db.$transaction((tx) => writeListing(tx, staff, input, step)));
}

/** The same in a transaction that does more. */
export function writeListing(
  tx: Db,
  staff: StaffSession,
  { id, version, ...input }: ListingInput,
  step: ListingStep = null,
): Promise<ListingWrite> {
  return changeListing(tx, staff, id, async (before) => {
    const data = {
      ...input,
      closedOn: dateOf(input.closedOn),
      outreachEmailSeenOn: dateOf(input.outreachEmailSeenOn),
    };
    const changed = changedFields(before, { ...before, ...data });
    const status = step ? LISTING_STEPS[step].status : before.status;
    if (changed.length === 0 && status === before.status) return [before.slug];
    if (before.version !== version) return "conflict";
    if (await slugLeadsElsewhere(tx, "listing", id, input.slug)) return "slug_taken";
    const moved = changed.some((field) => field === "latitude" || field === "longitude");
    // From now on imports leave what staff set, the status too.
    const isStep = status !== before.status;
    const byHand = [...changed.filter((field) => IMPORTED_COLUMNS.has(field)), ...(isStep ? ["status"] : [])];
    const after = await write(tx, id, {
      ...data,
      status,
      ...(moved && { positionSource: data.latitude === null ? null : "staff" }),
      staffFields: [...new Set([...before.staffFields, ...byHand])].sort(),
    });
    if (before.slug !== after.slug) await redirectSlug(tx, "listing", id, before.slug, after.slug);
    if (changed.length > 0) await recordListing(tx, staff, "listing.edited", before, after, changed);
    if (step && status !== before.status) await recordStep(tx, staff, LISTING_STEPS[step].action, before, after);
    return [before.slug, after.slug];
  });
}

/**
 * Adds one staff check to the sheet of its day; a later check of the same attribute replaces the answer.
 * Returns the slug whose page changes, or null when there is no such listing.
 */
export async function checkFact(
  staff: StaffSession,
  { attribute, value, ...rest }: FactCheckInput,
  act: string | null = null,
): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const listing = await heldListing(tx, staff, rest.id);
    if (!listing) return null;
    await once(tx, act, () => writeChecks(tx, staff, { ...rest, answers: [{ attribute, value }] }));
    return listing.slug;
  });
}

/**
 * The same of all that a place answered at once, in a transaction that does more and holds the listing.
 * @returns the id of the last
 */
export async function writeChecks(
  tx: Db,
  staff: StaffSession,
  { id: listingId, asOf, evidence, answers, foundBy = staff.staffId }: FactChecksInput,
): Promise<string> {
  const day = fromIsoDate(asOf);
  const subject = { subjectType: "listing", subjectId: listingId } as const;
  let last = "";
  for (const { attribute, value } of answers) {
    const before = await answerOf(tx, listingId, day, attribute);
    const data = { attribute, value, evidence, listingId, asOf: day, staffMemberId: foundBy };
    ({ id: last } = await tx.factCheck.create({ data, select: { id: true } }));
    const change = {
      before: before && { attribute, value: before, asOf },
      after: { attribute, value, evidence, asOf },
    };
    await recordAudit(tx, staff, { action: "listing.fact_checked", ...subject, ...change });
  }
  await writeSheet(tx, listingId, day);
  await refreshSearch(tx);
  return last;
}

/**
 * Retracts a wrong check. It stays on record, and what counted before it, an earlier check or a public file, counts
 * again. To retract it twice changes nothing more. Returns the slug whose page changes, or null when there is no such
 * check.
 */
export async function retractCheck(
  staff: StaffSession,
  { id: listingId, checkId, reason }: RetractionInput,
): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const listing = await heldListing(tx, staff, listingId);
    const select = { attribute: true, value: true, asOf: true, retractedAt: true } as const;
    const check = listing && (await tx.factCheck.findUnique({ where: { id: checkId, listingId }, select }));
    if (!check) return null;
    if (check.retractedAt) return listing.slug;
    const retraction = { retractedAt: new Date(), retractedById: staff.staffId, retractedReason: reason };
    await tx.factCheck.update({ where: { id: checkId }, data: retraction, select: { id: true } });
    await writeSheet(tx, listingId, check.asOf);
    const { attribute, value } = check;
    const now = await answerOf(tx, listingId, check.asOf, attribute);
    const subject = { subjectType: "listing", subjectId: listingId } as const;
    const change = { before: { attribute, value, asOf: toIsoDate(check.asOf) }, after: { value: now, reason } };
    await recordAudit(tx, staff, { action: "listing.check_retracted", ...subject, ...change });
    await refreshSearch(tx);
    return listing.slug;
  });
}

/**
 * Notes why a license is not a listing's. Returns the slug, or null when there is no such listing or license.
 */
export async function noteLicense(
  staff: StaffSession,
  { id: listingId, ...note }: LicenseNoteInput,
  act: string | null = null,
): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const listing = await heldListing(tx, staff, listingId);
    const license = listing && (await tx.license.findUnique({ where: { number: note.licenseNumber } }));
    if (!license) return null;
    await once(tx, act, async () => {
      const data = { ...note, listingId, staffMemberId: staff.staffId };
      const { id } = await tx.licenseNote.create({ data, select: { id: true } });
      const subject = { subjectType: "listing", subjectId: listingId } as const;
      await recordAudit(tx, staff, { action: "listing.license_noted", ...subject, after: note });
      return id;
    });
    return listing.slug;
  });
}

/** One at a time: the checks of a day share a sheet. Null when there is no such listing. */
async function heldListing(tx: Db, staff: StaffSession, id: string): Promise<{ slug: string } | null> {
  await holdListing(tx, staff, id);
  return tx.listing.findUnique({ where: { id }, select: { slug: true } });
}

async function recordStep(
  tx: Db,
  staff: StaffSession,
  action: AuditAction,
  before: EditedListing,
  after: EditedListing,
): Promise<void> {
  const subject = { subjectType: "listing", subjectId: after.id } as const;
  const change = { before: { status: before.status }, after: { status: after.status } };
  await recordAudit(tx, staff, { action, ...subject, ...change });
}

/**
 * Locks the row and lets `change` look at its version and write; it returns the slugs whose pages change. The
 * database refuses a member who declared an interest in the place; the action says so (`unlessInterested`).
 */
async function changeListing(
  tx: Db,
  staff: StaffSession,
  id: string,
  change: (before: EditedListing) => Promise<string[] | "slug_taken" | "conflict">,
): Promise<ListingWrite> {
  await holdListing(tx, staff, id);
  const before = await tx.listing.findUnique({ where: { id }, select: editorSelect });
  if (!before) return { outcome: "gone" };
  const slugs = await change(before);
  if (slugs === "conflict") return { outcome: "conflict", current: before };
  if (slugs === "slug_taken") return { outcome: "slug_taken" };
  await refreshSearch(tx);
  const others = [...(await formerSlugs(tx, "listing", id)), ...(await slugsNaming(tx, before.operatorId))];
  return { outcome: "saved", slugs: [...new Set([...slugs, ...others])] };
}

/** The listings of an operator, whose pages name each other. */
async function slugsNaming(tx: Db, operatorId: string | null): Promise<string[]> {
  if (!operatorId) return [];
  const listings = await tx.listing.findMany({ where: { operatorId, ...isPublic }, select: { slug: true } });
  return listings.map(({ slug }) => slug);
}

function dateOf(day: string | null): Date | null {
  return day ? fromIsoDate(day) : null;
}

function write(tx: Db, id: string, data: Prisma.ListingUpdateInput): Promise<EditedListing> {
  return tx.listing.update({ where: { id }, data: { ...data, version: { increment: 1 } }, select: editorSelect });
}

function changedFields(before: EditedListing, after: EditedListing): ListingField[] {
  const [was, is] = [listingValues(before), listingValues(after)];
  return LISTING_FIELDS.filter((field) => was[field] !== is[field]);
}

async function recordListing(
  tx: Db,
  staff: StaffSession,
  action: AuditAction,
  before: EditedListing,
  after: EditedListing,
  changed: readonly ListingField[],
): Promise<void> {
  const only = (listing: EditedListing) => {
    const values = listingValues(listing);
    return Object.fromEntries(changed.map((field) => [field, values[field]]));
  };
  await recordAudit(tx, staff, {
    action,
    subjectType: "listing",
    subjectId: after.id,
    before: only(before),
    after: only(after),
  });
}

async function refusingTakenSlug(save: () => Promise<ListingWrite>): Promise<ListingWrite> {
  try {
    return await save();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return { outcome: "slug_taken" };
    throw error;
  }
}
