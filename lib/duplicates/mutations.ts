import "server-only";
import { recordAudit, recordAudits } from "@/lib/audit/mutations";
import type { AuditEvent } from "@/lib/audit/types";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { mayJudge } from "@/lib/interests/mutations";
import { settleListings } from "@/lib/operators/jobs";
import { operatorsOf, slugsRunBy } from "@/lib/operators/queries";
import { formerSlugs, redirectSlug } from "@/lib/redirects/mutations";
import { db, type Db } from "@/lib/server/db";
import { restateSites } from "@/lib/statements/mutations";
import { listingsNamedElsewhere, standingEditions, tryToHoldStatements } from "@/lib/statements/queries";
import type { StaffSession } from "@/lib/staff/types";
import { pairsToAsk } from "./evidence";
import { identityOfSide, keptOf, recordsOf } from "./queries";
import { sideSelect, type SideRow } from "./select";

const MAX_DECISION_MS = 60_000;

export interface DuplicateVerdict {
  id: string;
  isSame: boolean;
  note: string;
}

export type DuplicateWrite =
  /** The slugs whose pages are others now. */
  | { outcome: "decided"; slugs: string[] }
  /** `busy`: an import runs. `both_named`: people gave consent to contact both. */
  | { outcome: "gone" | "interested" | "busy" | "both_named" };

/**
 * Asks anew, of the listings as they stand: an older edition named the one and the newest does not, a newer edition named
 * the other. What staff decided is never asked again, and what stands already keeps its place in the queue.
 * @returns how many questions are open
 */
export async function restateProposals(tx: Db): Promise<number> {
  const wanted = await openPairs(tx);
  const stored = await tx.duplicateProposal.findMany({ select: { id: true, formerId: true, laterId: true } });
  const keyOf = ({ formerId, laterId }: { formerId: string; laterId: string }) => `${formerId} ${laterId}`;
  const keys = new Set(wanted.map(keyOf));
  const kept = new Set(stored.map(keyOf));
  await tx.duplicateProposal.deleteMany({
    where: { id: { in: stored.filter((each) => !keys.has(keyOf(each))).map(({ id }) => id) } },
  });
  await tx.duplicateProposal.createMany({ data: wanted.filter((each) => !kept.has(keyOf(each))) });
  return wanted.length;
}

async function openPairs(tx: Db): Promise<{ formerId: string; laterId: string }[]> {
  const editions = await standingEditions(tx, "samhsa");
  const newest = editions.filter(({ county }) => county === "" || county === SERVED_COUNTY).map(({ asOf }) => asOf);
  const newestAsOf = newest.sort().at(-1);
  if (newestAsOf === undefined) return [];
  const dates = await namedBetween(tx);
  const listings = await tx.listing.findMany({
    where: { siteKey: { not: null }, status: { not: "archived" }, closedOn: null },
    select: sideSelect,
    orderBy: { slug: "asc" },
  });
  const decisions = await tx.duplicateDecision.findMany({ select: { formerIdentity: true, laterIdentity: true } });
  const decided = new Set(decisions.map(({ formerIdentity, laterIdentity }) => `${formerIdentity} ${laterIdentity}`));
  const identities = new Map(listings.map((side) => [side.id, identityOfSide(side)]));
  const formers = listings.filter(({ id }) => (dates.get(id)?.last ?? newestAsOf) < newestAsOf);
  const isAsked = (former: SideRow, later: SideRow) =>
    (dates.get(former.id)?.last ?? "") < (dates.get(later.id)?.first ?? "") &&
    // Elsewhere nothing is published, so nobody looks.
    [former.county, later.county].includes(SERVED_COUNTY) &&
    !decided.has(`${identities.get(former.id)} ${identities.get(later.id)}`);
  return pairsToAsk(formers, listings, isAsked).map(({ former, later }) => {
    return { formerId: former.id, laterId: later.id };
  });
}

/** The first and the last date on which the directory named each listing, as ISO days. */
async function namedBetween(tx: Db): Promise<Map<string, { first: string; last: string }>> {
  const rows = await tx.$queryRaw<{ id: string; first: string; last: string }[]>`
    SELECT "listingId" AS "id", min("asOf")::text AS "first", max("asOf")::text AS "last"
    FROM "FactSheet" WHERE "source" = 'samhsa' GROUP BY "listingId"`;
  return new Map(rows.map(({ id, ...dates }) => [id, dates]));
}

/**
 * Says for good whether two listings are one place. Then the one that stays has the rows of both, so the newest edition's
 * columns, the facts of each edition, and all that was on record of it; the other's URL leads to it.
 */
export async function decideDuplicate(
  staff: StaffSession,
  { id, isSame, note }: DuplicateVerdict,
): Promise<DuplicateWrite> {
  return db.$transaction(
    async (tx): Promise<DuplicateWrite> => {
      if (!(await tryToHoldStatements(tx))) return { outcome: "busy" };
      // Pressed twice, it is one decision.
      const before = await tx.duplicateDecision.findUnique({ where: { id }, select: { isSame: true } });
      if (before?.isSame === isSame) return { outcome: "decided", slugs: [] };
      const pair = await tx.duplicateProposal.findUnique({
        where: { id },
        select: { former: { select: sideSelect }, later: { select: sideSelect } },
      });
      if (!pair) return { outcome: "gone" };
      const { former, later } = pair;
      await tx.$queryRaw`
        SELECT "id" FROM "Listing" WHERE "id" = ANY(${[former.id, later.id]}::uuid[]) ORDER BY "id" FOR UPDATE`;
      for (const side of [former, later]) if (!(await mayJudge(tx, staff, side.id))) return { outcome: "interested" };
      const choice = keptOf([former, later], await recordsOf(tx, [former.id, later.id]));
      if (isSame && !choice) return { outcome: "both_named" };
      await tx.duplicateDecision.create({
        data: {
          id,
          formerIdentity: identityOfSide(former),
          laterIdentity: identityOfSide(later),
          isSame,
          note,
          formerSlug: former.slug,
          laterSlug: later.slug,
          decidedById: staff.staffId,
        },
        select: { id: true },
      });
      const slugs = isSame && choice ? await fold(tx, choice.kept, choice.folded) : [];
      await restateProposals(tx);
      await recordAudit(tx, staff, {
        action: isSame ? "duplicate.confirmed" : "duplicate.denied",
        subjectType: "duplicate",
        subjectId: id,
        after: { former: former.slug, later: later.slug, note, ...(isSame && { kept: choice?.kept.slug }) },
      });
      if (isSame) await recordJoined(tx, staff, former, later);
      return { outcome: "decided", slugs };
    },
    { timeout: MAX_DECISION_MS, maxWait: MAX_DECISION_MS },
  );
}

/** Of each listing too, because it changes what both are ranked by. */
async function recordJoined(tx: Db, staff: StaffSession, one: SideRow, other: SideRow): Promise<void> {
  const event = (from: SideRow, to: SideRow): AuditEvent => {
    return { action: "listing.joined", subjectType: "listing", subjectId: from.id, after: { with: to.slug } };
  };
  await recordAudits(tx, staff, [event(one, other), event(other, one)]);
}

/** @returns the slugs whose pages are others now */
async function fold(tx: Db, kept: SideRow, folded: SideRow): Promise<string[]> {
  const slugs = [kept, folded].map(({ slug }) => slug);
  const ids = [kept.id, folded.id];
  const operators = await operatorsOf(tx, ids);
  const former = [...(await formerSlugs(tx, "listing", kept.id)), ...(await formerSlugs(tx, "listing", folded.id))];
  await tx.$executeRaw`
    UPDATE "SourceRecord" SET "listingId" = ${kept.id}::uuid WHERE "listingId" = ${folded.id}::uuid`;
  // Its rows are the other's, so nothing states them of it any more.
  await tx.factSheet.deleteMany({ where: { listingId: folded.id, source: "samhsa" } });
  await restateSites(tx, await standingEditions(tx, "samhsa"), ids, () => {});
  // Whoever may not judge the one may not judge what it is now.
  await tx.$executeRaw`
    INSERT INTO "Interest" ("id", "staffMemberId", "listingId", "reason")
    SELECT gen_random_uuid(), "staffMemberId", ${kept.id}::uuid, "reason" FROM "Interest"
    WHERE "listingId" = ${folded.id}::uuid AND "endedAt" IS NULL
    ON CONFLICT DO NOTHING`;
  await tx.slugRedirect.updateMany({
    where: { subject: "listing", subjectId: folded.id },
    data: { subjectId: kept.id },
  });
  await redirectSlug(tx, "listing", kept.id, folded.slug, kept.slug);
  const named = await listingsNamedElsewhere(tx, [folded.id]);
  if (named.has(folded.id))
    await tx.listing.update({
      where: { id: folded.id },
      data: { siteKey: null, version: { increment: 1 } },
      select: { id: true },
    });
  else await tx.listing.delete({ where: { id: folded.id }, select: { id: true } });
  await settleListings(tx, null);
  return [...new Set([...slugs, ...former, ...(await slugsRunBy(tx, operators))])];
}
