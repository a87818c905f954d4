import "server-only";
import { listConsents } from "@/lib/consents/queries";
import { recordViewing } from "@/lib/inquiries/viewing";
import { positionOf } from "@/lib/facts/position";
import { IS_OPEN, PRESENCE_COLUMNS, presenceOf, withPresence } from "@/lib/facts/presence";
import { leftToOthers } from "@/lib/interests/queries";
import { db, type Prisma } from "@/lib/server/db";
import { isSlug } from "@/lib/shared/slug";
import { memberNames } from "@/lib/staff/queries";
import type { StaffSession } from "@/lib/staff/types";
import { endingOf, refusalOf, type Coverage } from "./coverage";
import { knownNeeds } from "./needs";
import { askConsent } from "./held-consent";
import { composeLetter } from "./queries";
import { outreachSelect, listingSelectIn, toMail, toListing } from "./select";
import { orderByFit, SUGGESTIONS } from "./suggestions";
import type {
  OutreachDesk,
  OutreachEntry,
  OutreachMailPreview,
  OutreachMailRequest,
  OutreachListing,
  OutreachRefusal,
  Suggestion,
} from "./types";

/**
 * Everything that staff need to decide on the outreach for an inquiry. It is personal: call it only beside
 * `viewInquiry`, which is audited.
 * @param slug of the place somebody chose to contact
 */
export async function getOutreachDesk(
  staff: StaffSession,
  inquiryId: string,
  slug: string | undefined,
): Promise<OutreachDesk> {
  const [inquiry, [consent], log] = await Promise.all([
    db.inquiry.findUniqueOrThrow({
      where: { id: inquiryId },
      select: { erasedAt: true, needs: true, needsNear: true },
    }),
    listConsents(inquiryId),
    listOutreach(staff, inquiryId),
  ]);
  const coverage = consent && { ...consent, places: consent.places.map(({ listingId }) => listingId) };
  const needs = { codes: knownNeeds(inquiry.needs), near: inquiry.needsNear };
  const near = needs.near ? positionOf(needs.near, []) : null;
  const now = new Date();
  const refusal = inquiry.erasedAt ? "erased" : coverage ? endingOf(coverage, now) : "no_consent";
  const suggest = async (places: OutreachListing[]): Promise<Suggestion[]> => {
    const ids = places.map(({ id }) => id);
    const forOthers = await leftToOthers(staff.staffId, ids);
    return orderByFit(places, needs.codes, near).map(({ place, fit }) => ({
      place,
      fit,
      refusal:
        refusal ??
        (coverage ? refusalOf(coverage, { listing: place, shared: [], now }) : null) ??
        (forOthers.has(place.id) ? "interested" : null),
      contact: log.find(({ listing }) => listing.id === place.id) ?? null,
    }));
  };
  const [chosen] = await suggest(slug && isSlug(slug) ? await listingsAt({ slug }) : []);
  return {
    refusal,
    needs,
    log,
    isNearKnown: near !== null,
    scope: coverage?.scope ?? null,
    mayShare: consent?.mayShare ?? [],
    suggestions: refusal || !coverage ? [] : withinScope(coverage, await suggest(await candidatesOf(coverage))),
    chosen: chosen ?? null,
  };
}

/** A mail to a place as it would be sent now, or why it may not. It is personal, so it is recorded like a viewing. */
export async function previewOutreachMail(
  staff: StaffSession,
  request: OutreachMailRequest,
): Promise<OutreachMailPreview | { code: OutreachRefusal }> {
  return db.$transaction(async (tx) => {
    const consent = await askConsent(tx, staff, { ...request, way: "email" });
    if ("code" in consent) return consent;
    const letter = await composeLetter(tx, request);
    if (!letter) return { code: "no_email" };
    await recordViewing(tx, staff, request.inquiryId);
    const { to, seal, words } = letter;
    return { to, seal, subject: words.subject, text: words.text };
  });
}

/** Who contacted which place for the person, and the outcome; the newest first. */
async function listOutreach(_staff: StaffSession, inquiryId: string): Promise<OutreachEntry[]> {
  const rows = await db.outreach.findMany({
    where: { inquiryId },
    orderBy: [{ contactedAt: "desc" }, { id: "desc" }],
    select: outreachSelect,
  });
  const names = await memberNames(rows.map(({ staffMemberId }) => staffMemberId));
  return rows.map(({ staffMemberId, address, mail, listing, ...row }) => {
    return {
      ...row,
      listing: withPresence(listing),
      mail: toMail(address, mail),
      staffName: names.get(staffMemberId) ?? null,
    };
  });
}

/** The named listings, public or not; else every public one that is open. */
function candidatesOf({ scope, places }: Coverage): Promise<OutreachListing[]> {
  return listingsAt(scope === "named" ? { id: { in: [...places] } } : IS_OPEN);
}

/** All named listings; else the best of those that say no to nothing. */
function withinScope({ scope }: Coverage, suggestions: Suggestion[]): Suggestion[] {
  if (scope === "named") return suggestions;
  return suggestions.filter(({ fit }) => fit.refused === 0).slice(0, SUGGESTIONS);
}

/** An id that no edition has: before the first edition nothing is ranked. */
const NO_EDITION = "00000000-0000-0000-0000-000000000000";

async function listingsAt(where: Prisma.ListingWhereInput): Promise<OutreachListing[]> {
  const newest = await db.rankingEdition.findFirst({ orderBy: { number: "desc" }, select: { id: true } });
  const rows = await db.listing.findMany({
    where,
    select: { ...listingSelectIn(newest?.id ?? NO_EDITION), ...PRESENCE_COLUMNS },
  });
  return rows.map((row) => {
    const presence = presenceOf(row);
    return { ...toListing(row), presence, isClosed: presence === "closed" };
  });
}
