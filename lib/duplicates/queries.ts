import "server-only";
import type { Db } from "@/lib/server/db";
import { identityIn, identityOf, isSiteKey } from "@/lib/sources/site-key";
import type { SideRow } from "./select";

/** What stands on record of a listing beside what imports made of it. */
export interface OnRecord {
  /** Consents of people, or contacts for them, name it. */
  people: boolean;
  /** Columns that staff set, their checks and notes, an exemption, an email for outreach, and corrections. */
  work: boolean;
}

export async function recordsOf(db: Db, ids: readonly string[]): Promise<Map<string, OnRecord>> {
  const rows = await db.$queryRaw<({ id: string } & OnRecord)[]>`
    SELECT l."id",
      EXISTS (SELECT FROM "ConsentPlace" AS t WHERE t."listingId" = l."id")
        OR EXISTS (SELECT FROM "Outreach" AS t WHERE t."listingId" = l."id") AS "people",
      cardinality(l."staffFields") > 0 OR l."exemptionReason" IS NOT NULL OR l."outreachEmail" IS NOT NULL
        OR EXISTS (SELECT FROM "FactCheck" AS t WHERE t."listingId" = l."id")
        OR EXISTS (SELECT FROM "AdmissionCheck" AS t WHERE t."listingId" = l."id")
        OR EXISTS (SELECT FROM "ProposedCall" AS t WHERE t."listingId" = l."id")
        OR EXISTS (SELECT FROM "LicenseNote" AS t WHERE t."listingId" = l."id")
        OR EXISTS (SELECT FROM "Correction" AS t WHERE t."listingId" = l."id") AS "work"
    FROM "Listing" AS l WHERE l."id" = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, ...record }) => [id, record]));
}

type Aged = Pick<SideRow, "id" | "createdAt">;

/**
 * Which of two listings stays when they are one place: the older, with its URL and all that is on record of it; but
 * the newer, when only that one has anything on record. A consent names a place and is never moved to another.
 * @returns null when people gave consent to contact both
 */
export function keptOf<Side extends Aged>(
  sides: readonly [Side, Side],
  records: ReadonlyMap<string, OnRecord>,
): { kept: Side; folded: Side } | null {
  const [one, other] = sides;
  const [older, newer] = one.createdAt <= other.createdAt ? [one, other] : [other, one];
  const [ofOlder, ofNewer] = [records.get(older.id), records.get(newer.id)];
  if (ofOlder?.people && ofNewer?.people) return null;
  const isBare = !ofOlder?.people && !ofOlder?.work;
  const isNewer = (ofNewer?.people ?? false) || (isBare && (ofNewer?.work ?? false));
  return isNewer ? { kept: newer, folded: older } : { kept: older, folded: newer };
}

/** A listing's identity in the directory; keys of before said less. */
export function identityOfSide(side: SideRow): string {
  return side.siteKey && isSiteKey(side.siteKey) ? identityIn(side.siteKey) : identityOf(side);
}
