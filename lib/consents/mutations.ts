import "server-only";
import type { ReceiptHolder, SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { parseListingSlugs, MAX_SHORTLISTED } from "@/lib/choices/paths";
import { findAskable } from "@/lib/choices/queries";
import { actAsOf, tellJournal } from "@/lib/journal/mutations";
import { inHaste, type Db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { listConsents } from "./queries";
import { consentState } from "./consent-state";
import type { ConsentEnding, ConsentView } from "./types";

/** Ends one's own permission at once; places contacted before stay on record. False when none was open any more. */
export async function withdrawOwnConsent(holder: ReceiptHolder): Promise<boolean> {
  return withdraw(holder, holder.inquiryId);
}

/** The same for a person who asked the team to. @param asked how they did */
export async function withdrawConsentFor(staff: StaffSession, inquiryId: string, asked: string): Promise<boolean> {
  return withdraw(staff, inquiryId, { asked });
}

/** The same again, of a permission that a restored backup brought back. @param actedAt when it was done first */
export async function withdrawConsentAgain(actor: SystemActor, inquiryId: string, actedAt: Date): Promise<boolean> {
  return withdraw(actor, inquiryId, { actedAt });
}

async function withdraw(
  actor: ReceiptHolder | StaffSession | SystemActor,
  inquiryId: string,
  { asked, actedAt }: { asked?: string; actedAt?: Date } = {},
): Promise<boolean> {
  return inHaste(async (tx) => {
    await holdInquiry(tx, inquiryId);
    if (actedAt) await actAsOf(tx, actedAt);
    if (!(await endConsent(tx, inquiryId, "withdrawn"))) return false;
    await touchInquiry(tx, inquiryId);
    await recordAudit(tx, actor, {
      action: "inquiry.consent_withdrawn",
      ...subjectOf(inquiryId),
      after: asked && { asked },
    });
    await tellJournal(tx, actor, { act: "inquiry.consent_withdrawn", subjectId: inquiryId });
    return true;
  });
}

export type Narrowing = "narrowed" | "not_narrowed" | "none_chosen";

/**
 * Limits one's own permission to some of the places it covers: the open one ends, and a new one with the same words and
 * the same last day replaces it. Slugs it does not cover are left out. `not_narrowed`: none is open, or it is no narrower.
 */
export async function narrowConsent(holder: ReceiptHolder, slugs: readonly string[]): Promise<Narrowing> {
  const named = parseListingSlugs({ place: [...slugs] });
  const choice = await findAskable(named, MAX_SHORTLISTED);
  return narrow(holder, holder.inquiryId, (open) =>
    open.scope === "named"
      ? open.places.filter(({ slug }) => named.slugs.includes(slug)).map(({ listingId }) => listingId)
      : choice.places.map(({ id }) => id),
  );
}

/**
 * The same again, of a permission that a restored backup widened. When none of its places is there any more, it ends.
 * @param listingIds those that the narrower one covers
 * @param actedAt when it was done first
 */
export async function narrowConsentAgain(
  actor: SystemActor,
  inquiryId: string,
  listingIds: readonly string[],
  actedAt: Date,
): Promise<void> {
  const places = (open: ConsentView) =>
    open.scope === "named"
      ? open.places.filter((place) => listingIds.includes(place.listingId)).map(({ listingId }) => listingId)
      : [...listingIds];
  const outcome = await narrow(actor, inquiryId, places, actedAt);
  if (outcome === "none_chosen") await withdraw(actor, inquiryId, { actedAt });
}

async function narrow(
  actor: ReceiptHolder | SystemActor,
  inquiryId: string,
  choose: (open: ConsentView) => string[],
  actedAt?: Date,
): Promise<Narrowing> {
  return inHaste(async (tx) => {
    await holdInquiry(tx, inquiryId);
    if (actedAt) await actAsOf(tx, actedAt);
    const [open] = await listConsents(inquiryId, tx);
    if (!open || consentState(open) !== "active") return "not_narrowed";
    const places = choose(open);
    if (places.length === 0) return "none_chosen";
    if (open.scope === "named" && places.length === open.places.length) return "not_narrowed";
    await endConsent(tx, inquiryId, "narrowed");
    await giveNarrower(tx, inquiryId, open, places);
    await touchInquiry(tx, inquiryId);
    const audit = { before: { scope: open.scope, places: open.places.length }, after: { places: places.length } };
    await recordAudit(tx, actor, { action: "inquiry.consent_narrowed", ...subjectOf(inquiryId), ...audit });
    await tellJournal(tx, actor, { act: "inquiry.consent_narrowed", subjectId: inquiryId, listingIds: places });
    return "narrowed";
  });
}

async function giveNarrower(tx: Db, inquiryId: string, former: ConsentView, places: string[]): Promise<void> {
  const { textVersion, locale, mayShare, expiresAt } = former;
  // One begins when the other ends, by the same clock.
  const { endedAt } = await tx.consent.findUniqueOrThrow({ where: { id: former.id }, select: { endedAt: true } });
  await tx.consent.create({
    data: {
      inquiryId,
      textVersion,
      locale,
      mayShare,
      expiresAt,
      scope: "named",
      placeCount: places.length,
      places: { create: places.map((listingId) => ({ listingId })) },
      givenAt: endedAt!,
      replacesId: former.id,
    },
    select: { id: true },
  });
}

/** Code that changes a consent locks the inquiry's row first, and so waits for a contact that is being made. */
export async function holdInquiry(tx: Db, inquiryId: string): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Inquiry" WHERE "id" = ${inquiryId}::uuid FOR UPDATE`;
}

/** Runs in a transaction that locked the inquiry. The database sets the moment: its own clock's, or that of `actAsOf`. */
export async function endConsent(tx: Db, inquiryId: string, ending: ConsentEnding): Promise<boolean> {
  const { count } = await tx.consent.updateMany({
    where: { inquiryId, endedAt: null },
    data: { ending, endedAt: new Date() },
  });
  return count > 0;
}

/** Something happened, so the receipt stays open longer. */
async function touchInquiry(tx: Db, inquiryId: string): Promise<void> {
  await tx.inquiry.update({ where: { id: inquiryId }, data: { updatedAt: new Date() }, select: { id: true } });
}

function subjectOf(inquiryId: string) {
  return { subjectType: "inquiry", subjectId: inquiryId } as const;
}
