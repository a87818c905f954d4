import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { formerSlugs, redirectSlug, slugLeadsElsewhere } from "@/lib/redirects/mutations";
import { refreshSearch } from "@/lib/search/mutations";
import { db, Prisma, type Db } from "@/lib/server/db";
import { fromIsoDate } from "@/lib/shared/dates";
import { editorSelect, listingValues, type EditedListing } from "./admin-queries";
import { FACT_VALUES, LISTING_FIELDS, type FactCheckInput, type ListingField, type ListingInput } from "./schema";

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

/** Writes an editor's columns over the version it saw, with a redirect from the slug it leaves and an audit event. */
export async function saveListing(actorId: string, { id, version, ...input }: ListingInput): Promise<ListingWrite> {
  return refusingTakenSlug(() =>
    changeListing(id, version, async (tx, before) => {
      if (await slugLeadsElsewhere(tx, "listing", id, input.slug)) return "slug_taken";
      const data = {
        ...input,
        closedOn: dateOf(input.closedOn),
        outreachEmailSeenOn: dateOf(input.outreachEmailSeenOn),
      };
      const changed = changedFields(before, { ...before, ...data });
      const moved = changed.some((field) => field === "latitude" || field === "longitude");
      const byHand = changed.filter((field) => IMPORTED_COLUMNS.has(field));
      const after = await write(tx, id, {
        ...data,
        ...(moved && { positionSource: data.latitude === null ? null : "staff" }),
        staffFields: [...new Set([...before.staffFields, ...byHand])].sort(),
      });
      if (before.slug !== after.slug) await redirectSlug(tx, "listing", id, before.slug, after.slug);
      await recordListing(tx, actorId, "listing.edited", before, after, changed);
      return [before.slug, after.slug];
    }),
  );
}

export function publishListing(actorId: string, id: string, version: number): Promise<ListingWrite> {
  return setStatus(actorId, id, version, "published", "listing.published");
}

export function archiveListing(actorId: string, id: string, version: number): Promise<ListingWrite> {
  return setStatus(actorId, id, version, "archived", "listing.archived");
}

export function returnListingToDraft(actorId: string, id: string, version: number): Promise<ListingWrite> {
  return setStatus(actorId, id, version, "draft", "listing.returned_to_draft");
}

/**
 * Adds one staff check to the sheet of its day; a later check of the same attribute replaces the answer.
 * Returns the slug whose page changes, or null when there is no such listing.
 */
export async function checkFact(actorId: string, check: FactCheckInput): Promise<string | null> {
  return db.$transaction(async (tx) => {
    // One check at a time: two on the same day share a sheet.
    await tx.$queryRaw`SELECT "id" FROM "Listing" WHERE "id" = ${check.id}::uuid FOR UPDATE`;
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

async function setStatus(
  actorId: string,
  id: string,
  version: number,
  status: "draft" | "published" | "archived",
  action: string,
): Promise<ListingWrite> {
  return changeListing(id, version, async (tx, before) => {
    // An import leaves it so from now on.
    const staffFields = [...new Set([...before.staffFields, "status"])].sort();
    const after = await write(tx, id, { status, staffFields });
    await recordAudit(tx, {
      actorId,
      action,
      subjectType: "listing",
      subjectId: id,
      before: { status: before.status },
      after: { status: after.status },
    });
    return [before.slug];
  });
}

/** Locks the row, refuses a stale version, and lets `change` write; it answers with the slugs whose pages change. */
async function changeListing(
  id: string,
  version: number,
  change: (tx: Db, before: EditedListing) => Promise<string[] | "slug_taken">,
): Promise<ListingWrite> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "Listing" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const before = await tx.listing.findUnique({ where: { id }, select: editorSelect });
    if (!before) return { outcome: "gone" };
    if (before.version !== version) return { outcome: "conflict", current: before };
    const slugs = await change(tx, before);
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
