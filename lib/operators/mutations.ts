import "server-only";
import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/server/db";
import { operatorKey } from "./operator-key";
import { listingsByName, operatorNames, operatorsByName } from "./queries";

/**
 * Gives every listing the operator that its name says, and makes those that are missing; an operator without listings
 * that nobody on the staff has edited goes. What staff set by hand stays.
 */
export async function assignOperators(tx: Db): Promise<void> {
  const listings = await listingsByName(tx);
  const operatorOf = await operatorsByName(tx);
  const made = new Map<string, { id: string; slug: string; name: string }>();
  const moved: { id: string; operatorId: string }[] = [];
  const named = new Map<string, string>();
  for (const { id, name, state, operatorId } of listings) {
    const key = operatorKey(name, state);
    const known = operatorOf.get(key) ?? made.get(key)?.id;
    const found = known ?? randomUUID();
    if (!known) made.set(key, { id: found, slug: key, name });
    if (operatorId !== found) moved.push({ id, operatorId: found });
    if (!named.has(found)) named.set(found, name);
  }
  await tx.operator.createMany({ data: [...made.values()] });
  await tx.operatorName.createMany({ data: [...made].map(([key, { id }]) => ({ key, operatorId: id })) });
  await tx.$executeRaw`
    UPDATE "Listing" AS l
    SET "operatorId" = r."operatorId", "version" = l."version" + (l."operatorId" IS NOT NULL)::int,
      "updatedAt" = now() AT TIME ZONE 'UTC'
    FROM jsonb_populate_recordset(NULL::"Listing", ${JSON.stringify(moved)}::jsonb) AS r
    WHERE l."id" = r."id"`;
  await tx.operator.deleteMany({ where: { version: 1, listings: { none: {} } } });
  await restateNames(tx, named);
}

/**
 * An operator is called as the first of its listings, so its name is the same in whatever order imports came; one that
 * staff named keeps that name.
 * @param named by the operator's id
 */
async function restateNames(tx: Db, named: ReadonlyMap<string, string>): Promise<void> {
  const rows = (await operatorNames(tx)).flatMap(({ id, name }) => {
    const wanted = named.get(id);
    return wanted && wanted !== name ? [{ id, name: wanted }] : [];
  });
  await tx.$executeRaw`
    UPDATE "Operator" AS o SET "name" = r."name"
    FROM jsonb_populate_recordset(NULL::"Operator", ${JSON.stringify(rows)}::jsonb) AS r WHERE o."id" = r."id"`;
}

/** Gives each operator the legal entities on the licenses of its listings; those that staff set stay. */
export async function restateLegalEntities(tx: Db): Promise<void> {
  await tx.$executeRaw`
    WITH stated AS (
      SELECT o."id", COALESCE(
        array_agg(DISTINCT c."legalEntity" ORDER BY c."legalEntity") FILTER (WHERE c."legalEntity" IS NOT NULL), '{}'
      ) AS entities
      FROM "Operator" AS o
      LEFT JOIN "Listing" AS l ON l."operatorId" = o."id"
      LEFT JOIN "LicenseMatch" AS m ON m."listingId" = l."id" AND NOT m."doubtful"
      LEFT JOIN "License" AS c ON c."id" = m."licenseId"
      WHERE NOT 'legalEntities' = ANY (o."staffFields")
      GROUP BY o."id"
    )
    UPDATE "Operator" AS o SET "legalEntities" = s.entities
    FROM stated AS s WHERE o."id" = s."id" AND o."legalEntities" IS DISTINCT FROM s.entities`;
}
