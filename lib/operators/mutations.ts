import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudits } from "@/lib/audit/mutations";
import { mayJudge, mayJudgeOperator } from "@/lib/interests/mutations";
import { refreshSearch } from "@/lib/search/mutations";
import { db, type Db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { tryToHoldStatements } from "@/lib/statements/queries";
import { operatorSelect, operatorValues, runSelect } from "./admin-queries";
import { operatorEvents, type OperatorChange } from "./operator-events";
import { operatorKey } from "./operator-key";
import { listingsByName, listingsOf, operatorOfName, operatorsByName, slugsRunBy } from "./queries";
import {
  OPERATOR_FIELDS,
  type GivenListingInput,
  type MergeInput,
  type NameInput,
  type OperatorField,
  type OperatorInput,
  type OperatorValues,
  type ReleasedListingInput,
} from "./schema";
import type { EditedOperator, OperatorWrite } from "./types";

/** Any number that nothing else locks by: who edits operators. */
const LOCK = 7_311_202_611;
/** A merge of chains with many places, on a slow machine. */
const MAX_CHANGE_MS = 30_000;

/**
 * Gives every listing the operator that its name says, and makes those that are missing; an operator without listings
 * that nobody on the staff has edited goes. What staff set by hand stays.
 * @param among listings; all when left out
 */
export async function assignOperators(tx: Db, among?: readonly string[]): Promise<void> {
  const listings = await listingsByName(tx, among);
  const operatorOf = await operatorsByName(tx);
  const made = new Map<string, { id: string; slug: string; name: string }>();
  const moved: { id: string; operatorId: string }[] = [];
  for (const { id, name, state, operatorId } of listings) {
    const key = operatorKey(name, state);
    const known = operatorOf.get(key) ?? made.get(key)?.id;
    const found = known ?? randomUUID();
    if (!known) made.set(key, { id: found, slug: key, name });
    if (operatorId !== found) moved.push({ id, operatorId: found });
  }
  await makeOperators(tx, [...made.values()]);
  await moveListings(tx, moved);
  await dropBareOperators(tx);
  await restateNames(tx, among && [...moved, ...listings].flatMap(({ operatorId }) => operatorId ?? []));
}

/** Operators that have their slug as their only name. */
async function makeOperators(tx: Db, operators: { id: string; slug: string; name: string }[]): Promise<void> {
  await tx.operator.createMany({ data: operators });
  await tx.operatorName.createMany({ data: operators.map(({ id, slug }) => ({ key: slug, operatorId: id })) });
}

async function moveListings(tx: Db, moves: { id: string; operatorId: string }[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Listing" AS l
    SET "operatorId" = r."operatorId", "version" = l."version" + (l."operatorId" IS NOT NULL)::int,
      "updatedAt" = now() AT TIME ZONE 'UTC'
    FROM jsonb_populate_recordset(NULL::"Listing", ${JSON.stringify(moves)}::jsonb) AS r
    WHERE l."id" = r."id"`;
}

async function dropBareOperators(tx: Db): Promise<void> {
  await tx.operator.deleteMany({ where: { version: 1, listings: { none: {} } } });
}

/**
 * Gives operators the first name of their listings, as if those of today had made them; names that staff set stay.
 * @param among operators; all when left out
 */
async function restateNames(tx: Db, among: readonly string[] | null = null): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Operator" AS o SET "name" = first."name"
    FROM (
      SELECT DISTINCT ON ("operatorId") "operatorId", "name" FROM "Listing"
      WHERE NOT 'operatorId' = ANY ("staffFields") ORDER BY "operatorId", "slug"
    ) AS first
    WHERE first."operatorId" = o."id" AND NOT 'name' = ANY (o."staffFields") AND o."name" <> first."name"
      AND (${among}::uuid[] IS NULL OR o."id" = ANY (${among}::uuid[]))`;
}

/**
 * Gives operators the legal entities on the licenses of their listings; those that staff set stay.
 * @param among operators; all when left out
 */
export async function restateLegalEntities(tx: Db, among: readonly string[] | null = null): Promise<void> {
  await tx.$executeRaw`
    WITH stated AS (
      SELECT o."id", COALESCE(
        array_agg(DISTINCT c."legalEntity" ORDER BY c."legalEntity") FILTER (WHERE c."legalEntity" IS NOT NULL), '{}'
      ) AS entities
      FROM "Operator" AS o
      LEFT JOIN "Listing" AS l ON l."operatorId" = o."id"
      LEFT JOIN "LicenseMatch" AS m ON m."listingId" = l."id" AND m."certainty" IS NOT NULL
      LEFT JOIN "License" AS c ON c."id" = m."licenseId"
      WHERE NOT 'legalEntities' = ANY (o."staffFields")
        AND (${among}::uuid[] IS NULL OR o."id" = ANY (${among}::uuid[]))
      GROUP BY o."id"
    )
    UPDATE "Operator" AS o SET "legalEntities" = s.entities
    FROM stated AS s WHERE o."id" = s."id" AND o."legalEntities" IS DISTINCT FROM s.entities`;
}

const NOTHING_MORE: OperatorWrite = { outcome: "saved", slugs: [] };

/** Writes the name and the legal entities over the version that staff saw; imports leave what staff changed. */
export async function saveOperator(
  staff: StaffSession,
  { id, version, ...input }: OperatorInput,
): Promise<OperatorWrite> {
  return changeOperator(staff, id, async (tx, before) => {
    const was = operatorValues(before);
    const is = operatorValues({ ...before, ...input });
    const changed = OPERATOR_FIELDS.filter((field) => was[field] !== is[field]);
    if (changed.length === 0) return NOTHING_MORE;
    if (before.version !== version) return { outcome: "conflict", current: before };
    await writeOperator(tx, before, input, changed);
    const only = (values: OperatorValues) => Object.fromEntries(changed.map((field) => [field, values[field]]));
    const run = { where: { operatorId: id }, select: { id: true } } as const;
    const touched = changed.includes("legalEntities") ? await tx.listing.findMany(run) : [];
    await recordOperator(tx, staff, id, { action: "operator.edited", before: only(was), after: only(is), touched });
    return { outcome: "saved", slugs: await slugsRunBy(tx, [id]) };
  });
}

/**
 * Makes another operator the same as this one: its names and listings move here, so imports bring later ones here too.
 * The name of this one stays. What staff said of legal entities on either side holds for both.
 */
export async function mergeOperators(
  staff: StaffSession,
  { id, version, other: slug, otherVersion }: MergeInput,
): Promise<OperatorWrite> {
  return changeOperator(staff, id, async (tx, before) => {
    const other = await tx.operator.findUnique({ where: { slug, NOT: { id } }, select: operatorSelect });
    // Pressed twice, it is one merge.
    if (!other) return (await operatorOfName(tx, slug)) === id ? NOTHING_MORE : { outcome: "gone" };
    if (!(await mayJudgeOperator(tx, staff, other.id))) return { outcome: "interested" };
    if (before.version !== version || other.version !== otherVersion) return { outcome: "conflict", current: before };
    const listings = await tx.listing.findMany({ where: { operatorId: other.id }, select: { id: true, slug: true } });
    await tx.operatorName.updateMany({ where: { operatorId: other.id }, data: { operatorId: id } });
    const moves = listings.map((listing) => ({ id: listing.id, operatorId: id }));
    await moveListings(tx, moves);
    await tx.operator.delete({ where: { id: other.id }, select: { id: true } });
    const isSaid = [before, other].some(({ staffFields }) => staffFields.includes("legalEntities"));
    const legalEntities = [...new Set([...before.legalEntities, ...other.legalEntities])];
    await writeOperator(tx, before, isSaid ? { legalEntities } : {}, isSaid ? ["name", "legalEntities"] : ["name"]);
    await recordOperator(tx, staff, id, {
      action: "operator.merged",
      before: { slug: other.slug, name: other.name, legalEntities: other.legalEntities },
      after: { slug: before.slug, name: before.name, listings: listings.map((listing) => listing.slug) },
      touched: listings,
    });
    return restated(tx, [id]);
  });
}

/** Takes one of its names out, with the listings of that name: an operator of its own again. */
export async function takeOutName(staff: StaffSession, { id, version, key }: NameInput): Promise<OperatorWrite> {
  return changeOperator(staff, id, async (tx, before) => {
    const holder = await operatorOfName(tx, key);
    // Pressed twice, it is taken out once. The name that its slug is made of cannot go.
    if (holder !== id) return NOTHING_MORE;
    if (key === before.slug) return { outcome: "gone" };
    if (before.version !== version) return { outcome: "conflict", current: before };
    await tx.operatorName.delete({ where: { key }, select: { key: true } });
    const named = (await listingsOf(tx, id)).filter(({ name, state }) => operatorKey(name, state) === key);
    const own = randomUUID();
    // A name that no listing has now waits for an import that brings one.
    if (named[0]) await makeOperators(tx, [{ id: own, slug: key, name: named[0].name }]);
    const moves = named.map((listing) => ({ id: listing.id, operatorId: own }));
    await moveListings(tx, moves);
    await writeOperator(tx, before, {}, []);
    await recordOperator(tx, staff, id, {
      action: "operator.name_taken_out",
      before: { slug: before.slug },
      after: { slug: key, listings: await slugsRunBy(tx, [own]) },
      touched: named,
    });
    return restated(tx, [id, own]);
  });
}

/** Says that it runs a listing, whatever the listing's name says; imports leave that. */
export async function giveListing(
  staff: StaffSession,
  { id, version, listing: slug }: GivenListingInput,
): Promise<OperatorWrite | "unknown"> {
  if ((await db.listing.count({ where: { slug } })) === 0) return "unknown";
  return changeOperator(staff, id, async (tx, before) => {
    const listing = await tx.listing.findUnique({ where: { slug }, select: runSelect });
    if (!listing) return { outcome: "gone" };
    if (listing.staffFields.includes("operatorId") && listing.operatorId === id) return NOTHING_MORE;
    if (!(await mayJudge(tx, staff, listing.id))) return { outcome: "interested" };
    if (before.version !== version) return { outcome: "conflict", current: before };
    await writeRunner(tx, listing.id, id, [...new Set([...listing.staffFields, "operatorId"])].sort());
    await writeOperator(tx, before, {}, []);
    await recordOperator(tx, staff, id, {
      action: "operator.listing_given",
      before: { slug: listing.operator?.slug },
      after: { slug: before.slug, listing: slug },
      touched: [listing],
    });
    return restated(tx, [id, ...(listing.operatorId ? [listing.operatorId] : [])]);
  });
}

/** Takes back that it runs a listing, which follows its name again. */
export async function releaseListing(
  staff: StaffSession,
  { id, version, listingId }: ReleasedListingInput,
): Promise<OperatorWrite> {
  return changeOperator(staff, id, async (tx, before) => {
    const listing = await tx.listing.findUnique({ where: { id: listingId }, select: runSelect });
    if (!listing) return { outcome: "gone" };
    // Pressed twice, it is released once.
    if (!listing.staffFields.includes("operatorId") || listing.operatorId !== id) return NOTHING_MORE;
    const slug = operatorKey(listing.name, listing.state);
    const known = await operatorOfName(tx, slug);
    const operatorId = known ?? randomUUID();
    if (!(await mayJudgeOperator(tx, staff, operatorId))) return { outcome: "interested" };
    if (before.version !== version) return { outcome: "conflict", current: before };
    if (!known) await makeOperators(tx, [{ id: operatorId, slug, name: listing.name }]);
    await writeRunner(
      tx,
      listing.id,
      operatorId,
      listing.staffFields.filter((field) => field !== "operatorId"),
    );
    await writeOperator(tx, before, {}, []);
    const { slug: later } = await tx.operator.findUniqueOrThrow({ where: { id: operatorId }, select: { slug: true } });
    await recordOperator(tx, staff, id, {
      action: "operator.listing_released",
      before: { slug: before.slug, listing: listing.slug },
      after: { slug: later },
      touched: [listing],
    });
    return restated(tx, [id, operatorId]);
  });
}

/**
 * Lets `change` look at an operator and write: one member after the other, and never while an import or a decision about
 * duplicates finds out who runs what.
 */
async function changeOperator(
  staff: StaffSession,
  id: string,
  change: (tx: Db, before: EditedOperator) => Promise<OperatorWrite>,
): Promise<OperatorWrite> {
  return db.$transaction(
    async (tx): Promise<OperatorWrite> => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
      if (!(await tryToHoldStatements(tx))) return { outcome: "busy" };
      const before = await tx.operator.findUnique({ where: { id }, select: operatorSelect });
      if (!before) return { outcome: "gone" };
      if (!(await mayJudgeOperator(tx, staff, id))) return { outcome: "interested" };
      const written = await change(tx, before);
      await refreshSearch(tx);
      return written;
    },
    { timeout: MAX_CHANGE_MS, maxWait: MAX_CHANGE_MS },
  );
}

/** @param byHand columns that imports leave from now on */
async function writeOperator(
  tx: Db,
  { id, staffFields }: EditedOperator,
  data: Partial<Pick<EditedOperator, OperatorField>>,
  byHand: readonly OperatorField[],
): Promise<void> {
  await tx.operator.update({
    where: { id },
    data: { ...data, staffFields: [...new Set([...staffFields, ...byHand])].sort(), version: { increment: 1 } },
    select: { id: true },
  });
}

async function writeRunner(tx: Db, listingId: string, operatorId: string, staffFields: string[]): Promise<void> {
  const data = { operatorId, staffFields, version: { increment: 1 } };
  await tx.listing.update({ where: { id: listingId }, data, select: { id: true } });
}

/** What follows from who runs what now. */
async function restated(tx: Db, operatorIds: readonly string[]): Promise<OperatorWrite> {
  await dropBareOperators(tx);
  await restateNames(tx, operatorIds);
  await restateLegalEntities(tx, operatorIds);
  return { outcome: "saved", slugs: await slugsRunBy(tx, operatorIds) };
}

async function recordOperator(tx: Db, staff: StaffSession, id: string, change: OperatorChange): Promise<void> {
  await recordAudits(tx, staff, operatorEvents(id, change));
}
