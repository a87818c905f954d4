import "server-only";
import { mayJudge } from "@/lib/interests/mutations";
import { PRESENCE_COLUMNS, presenceOf } from "@/lib/facts/presence";
import type { Db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { refusalOf, type Coverage } from "./coverage";
import type { OutreachRefusal, OutreachRequest } from "./types";

/**
 * Whether a member may contact the place for the person now, and under which consent; else why not. The rows that it
 * depends on are locked until the transaction ends.
 */
export async function askConsent(
  tx: Db,
  member: Pick<StaffSession, "staffId">,
  { inquiryId, listingId, way, shared }: OutreachRequest,
): Promise<{ code: OutreachRefusal } | { consentId: string }> {
  const held = await holdConsent(tx, inquiryId);
  if ("code" in held) return held;
  const place = await tx.listing.findUnique({
    where: { id: listingId },
    select: { ...PRESENCE_COLUMNS, outreachEmail: true },
  });
  const presence = place ? presenceOf(place) : "gone";
  const listing = { id: listingId, isListed: presence !== "gone", isClosed: presence === "closed" };
  const code = refusalOf(held.coverage, { listing, shared, now: held.now });
  if (code) return { code };
  if (!(await mayJudge(tx, member, listingId))) return { code: "interested" };
  if (shared.some((field) => held.missing.includes(field))) return { code: "not_given" };
  if (way === "email" && !place?.outreachEmail) return { code: "no_email" };
  return { consentId: held.consentId };
}

interface HeldConsent {
  consentId: string;
  coverage: Coverage;
  /** What the person did not give. */
  missing: readonly string[];
  /** By the database's clock. */
  now: Date;
}

/**
 * The inquiry's newest consent, locked until the transaction ends. Code that withdraws, narrows or erases locks the
 * same rows, the inquiry's first, so one always waits for the other.
 */
async function holdConsent(tx: Db, inquiryId: string): Promise<{ code: OutreachRefusal } | HeldConsent> {
  const [inquiry] = await tx.$queryRaw<{ erased: boolean; missing: string[] }[]>`
    SELECT "erasedAt" IS NOT NULL AS erased,
      array_remove(ARRAY[CASE WHEN "email" IS NULL THEN 'email' END, CASE WHEN "phone" IS NULL THEN 'phone' END], NULL) AS missing
    FROM "Inquiry" WHERE "id" = ${inquiryId}::uuid FOR SHARE`;
  if (!inquiry) return { code: "gone" };
  if (inquiry.erased) return { code: "erased" };
  await tx.$queryRaw`SELECT "id" FROM "Consent" WHERE "inquiryId" = ${inquiryId}::uuid FOR SHARE`;
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT utc_clock() AS now`;
  const newest = await tx.consent.findFirst({
    where: { inquiryId, replacedBy: null },
    select: {
      id: true,
      scope: true,
      mayShare: true,
      expiresAt: true,
      ending: true,
      places: { select: { listingId: true } },
    },
  });
  if (!newest) return { code: "no_consent" };
  const { id, places, ...consent } = newest;
  const coverage = { ...consent, places: places.map(({ listingId }) => listingId) };
  return { consentId: id, coverage, missing: inquiry.missing, now: clock!.now };
}
