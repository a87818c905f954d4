import "server-only";
import type { Db } from "@/lib/server/db";
import { countMatches, planMatches, type ListedLicense, type MatchPlan } from "./matching";
import { positionColumns } from "./position-columns";
import { kindAnswers, knownMatches, positionedListings } from "./queries";
import type { MatchCounts } from "./types";

/** Finds all matches, positions and kinds again, whichever source came first. */
export async function matchAndPlace(
  tx: Db,
  licenses: readonly ListedLicense[],
  county: string | null,
): Promise<{ matches: MatchCounts; changes: number }> {
  const listings = await positionedListings(tx);
  const plan = planMatches(listings, licenses, await knownMatches(tx), await kindAnswers(tx));
  await saveMatches(tx, plan);
  const changes = plan.create.length + plan.remove.length + plan.place.length + plan.kinds.length;
  return { matches: countMatches(plan, listings, licenses, county), changes };
}

/** Matches, positions and kinds as planned. A changed match is a new row, because nothing refers to its id. */
async function saveMatches(tx: Db, { create, remove, place, kinds }: MatchPlan): Promise<void> {
  await tx.licenseMatch.deleteMany({ where: { id: { in: remove } } });
  await tx.licenseMatch.createMany({ data: create });
  const rows = place.map(({ id, position }) => ({ id, ...positionColumns(position) }));
  await tx.$executeRaw`
    UPDATE "Listing" AS l
    SET "latitude" = r."latitude", "longitude" = r."longitude", "positionSource" = r."positionSource",
      "version" = l."version" + 1, "updatedAt" = now() AT TIME ZONE 'UTC'
    FROM jsonb_populate_recordset(NULL::"Listing", ${JSON.stringify(rows)}::jsonb) AS r
    WHERE l."id" = r."id"`;
  await tx.$executeRaw`
    UPDATE "Listing" AS l
    SET "kind" = r."kind", "version" = l."version" + 1, "updatedAt" = now() AT TIME ZONE 'UTC'
    FROM jsonb_populate_recordset(NULL::"Listing", ${JSON.stringify(kinds)}::jsonb) AS r
    WHERE l."id" = r."id"`;
}
