import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { holdListing } from "@/lib/interests/mutations";
import { formerSlugs, redirectSlug, slugLeadsElsewhere } from "@/lib/redirects/mutations";
import { refreshSearch } from "@/lib/search/mutations";
import { db, Prisma, type Db } from "@/lib/server/db";
import { fromIsoDate } from "@/lib/shared/dates";
import { editorSelect, listingValues, type EditedListing } from "./admin-queries";
import {
  FACT_VALUES,
  LISTING_FIELDS,
  type FactCheckInput,
  type ListingField,
  type ListingInput,
  type ListingStep,
} from "./schema";

/** What an import brings; once staff change one by hand an import no longer overwrites it. */
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

const STEPS = {
  publish: { status: "published", action: "listing.published" },
  draft: { status: "draft", action: "listing.returned_to_draft" },
  archive: { status: "archived", action: "listing.archived" },
} as const;

/**
 * Writes an editor's columns over the version it saw, with a redirect from the slug it leaves, takes the step that was
 * asked for with them, and writes down both. What stands already is not written again: pressed twice, it is one act.
 */
export async function saveListing(
  actorId: string,
  { id, version, ...input }: ListingInput,
  step: ListingStep = null,
): Promise<ListingWrite> {
  return refusingTakenSlug(() =>
    changeListing(actorId, id, async (tx, before) => {
      const data = {
        ...input,
        closedOn: dateOf(input.closedOn),
        outreachEmailSeenOn: dateOf(input.outreachEmailSeenOn),
      };
      const changed = changedFields(before, { ...before, ...data });
      const status = step ? STEPS[step].status : before.status;
      if (changed.length === 0 && status === before.status) return [before.slug];
      if (before.version !== version) return "conflict";
      if (await slugLeadsElsewhere(tx, "listing", id, input.slug)) return "slug_taken";
      const moved = changed.some((field) => field === "latitude" || field === "longitude");
      const byHand = changed.filter((field) => IMPORTED_COLUMNS.has(field));
      const after = await write(tx, id, {
        ...data,
        status,
        ...(moved && { positionSource: data.latitude === null ? null : "staff" }),
        staffFields: [...new Set([...before.staffFields, ...byHand])].sort(),
      });
      if (before.slug !== after.slug) await redirectSlug(tx, "listing", id, before.slug, after.slug);
      if (changed.length > 0) await recordListing(tx, actorId, "listing.edited", before, after, changed);
      if (step && status !== before.status) await recordStep(tx, actorId, STEPS[step].action, before, after);
      return [before.slug, after.slug];
    }),
  );
}

/**
 * Adds one staff check to the sheet of its day; a later check of the same attribute replaces the answer.
 * Returns the slug whose page changes, or null when there is no such listing.
 */
export async function checkFact(actorId: string, check: FactCheckInput): Promise<string | null> {
  return db.$transaction(async (tx) => {
    // One check at a time: two on the same day share a sheet.
    await holdListing(tx, actorId, check.id);
    const listing = await tx.listing.findUnique({ where: { id: check.id }, select: { slug: true } });
    if (!listing) return null;
    const key = { listingId: check.id, source: "staff" as const, asOf: fromIsoDate(check.asOf) };
    const before = await tx.factSheet.findUnique({
      where: { listingId_source_asOf: key },
      select: { yes: true, no: true, unknown: true, evidence: true },
    });
    const after = withAnswer(before ?? { yes: [], no: [], unknown: [], evidence: null }, check);
    await tx.factSheet.upsert({
      where: { listingId_source_asOf: key },
      create: { ...key, ...after, asOfPrecision: "day", staffMemberId: actorId },
      update: { ...after, staffMemberId: actorId },
      select: { id: true },
    });
    const { attribute, value, evidence, asOf } = check;
    await recordAudit(tx, {
      actorId,
      action: "listing.fact_checked",
      subjectType: "listing",
      subjectId: check.id,
      before: before && { attribute, value: answerOf(before, attribute), asOf },
      after: { attribute, value, evidence, asOf },
    });
    await refreshSearch(tx);
    return listing.slug;
  });
}

async function recordStep(
  tx: Db,
  actorId: string,
  action: string,
  before: EditedListing,
  after: EditedListing,
): Promise<void> {
  const subject = { subjectType: "listing", subjectId: after.id };
  const change = { before: { status: before.status }, after: { status: after.status } };
  await recordAudit(tx, { actorId, action, ...subject, ...change });
}

/**
 * Locks the row and lets `change` look at its version and write; it answers with the slugs whose pages change. The
 * database refuses a member who declared an interest in the place; the action says so (`unlessInterested`).
 */
async function changeListing(
  actorId: string,
  id: string,
  change: (tx: Db, before: EditedListing) => Promise<string[] | "slug_taken" | "conflict">,
): Promise<ListingWrite> {
  return db.$transaction(async (tx) => {
    await holdListing(tx, actorId, id);
    const before = await tx.listing.findUnique({ where: { id }, select: editorSelect });
    if (!before) return { outcome: "gone" };
    const slugs = await change(tx, before);
    if (slugs === "conflict") return { outcome: "conflict", current: before };
    if (slugs === "slug_taken") return { outcome: "slug_taken" };
    await refreshSearch(tx);
    return { outcome: "saved", slugs: [...new Set([...slugs, ...(await formerSlugs(tx, "listing", id))])] };
  });
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
  actorId: string,
  action: string,
  before: EditedListing,
  after: EditedListing,
  changed: readonly ListingField[],
): Promise<void> {
  const only = (listing: EditedListing) => {
    const values = listingValues(listing);
    return Object.fromEntries(changed.map((field) => [field, values[field]]));
  };
  await recordAudit(tx, {
    actorId,
    action,
    subjectType: "listing",
    subjectId: after.id,
    before: only(before),
    after: only(after),
  });
}

type Answers = { yes: string[]; no: string[]; unknown: string[]; evidence: string | null };

function withAnswer(sheet: Answers, { attribute, value, evidence }: FactCheckInput): Answers {
  const without = (attributes: string[]) => attributes.filter((each) => each !== attribute);
  const answers = { yes: without(sheet.yes), no: without(sheet.no), unknown: without(sheet.unknown) };
  answers[value] = [...answers[value], attribute].sort();
  return { ...answers, evidence: [sheet.evidence, `${attribute}: ${evidence}`].filter(Boolean).join("\n") };
}

/** What the sheet said of an attribute; null when it said nothing. */
function answerOf(sheet: Answers, attribute: string): FactCheckInput["value"] | null {
  return FACT_VALUES.find((value) => sheet[value].includes(attribute)) ?? null;
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
