import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { refreshSearch } from "@/lib/search/mutations";
import { db, type Db } from "@/lib/server/db";
import { countMatches, planMatches, type MatchPlan } from "./matching";
import { positionColumns } from "./position-columns";
import { kindAnswers, knownMatches, listedLicenses, positionedListings } from "./queries";
import type { MatchCounts } from "./types";

/** Many times what a whole state takes. */
const MAX_MATCH_MS = 120_000;

/** Finds all matches, positions and kinds again, whichever source came first. */
export async function matchAndPlace(tx: Db, county: string | null): Promise<{ matches: MatchCounts; changes: number }> {
  const listings = await positionedListings(tx);
  const licenses = await listedLicenses(tx);
  const plan = planMatches(listings, licenses, await knownMatches(tx), await kindAnswers(tx));
  await saveMatches(tx, plan);
  const changes = plan.create.length + plan.remove.length + plan.place.length + plan.kinds.length;
  return { matches: countMatches(plan, listings, licenses, county), changes };
}

/** Finds all matches again where a migration left none. */
export async function matchAgain(_actor: SystemActor): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const [match, license] = [await tx.licenseMatch.findFirst(), await tx.license.findFirst()];
      if (match || !license) return;
      await matchAndPlace(tx, null);
      await refreshSearch(tx);
    },
    { timeout: MAX_MATCH_MS, maxWait: MAX_MATCH_MS },
  );
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
