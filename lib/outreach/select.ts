import "server-only";
import { TITLE_COLUMNS } from "@/lib/facts/listing-title";
import type { NotRankedReason } from "@/lib/facts/not-ranked";
import { PRESENCE_COLUMNS, withPresence } from "@/lib/facts/presence";
import { sheetSelect } from "@/lib/facts/select";
import type { Prisma } from "@/lib/server/db";
import { resolveFacts } from "@/lib/facts/facts";
import { mailStateOf, STATE_COLUMNS } from "@/lib/mails/mail-state";
import { toIsoDate } from "@/lib/shared/dates";
import type { OutreachContact, OutreachMailStanding, OutreachListing } from "./types";

/**
 * A listing with its rank in one edition: every column that may order it
 * (tests/integration/order-independence.test.ts). Whether it is closed is read beside it.
 */
export const listingSelectIn = (editionId: string) =>
  ({
    id: true,
    slug: true,
    status: true,
    ...TITLE_COLUMNS,
    phoneExtension: true,
    latitude: true,
    longitude: true,
    positionSource: true,
    outreachEmail: true,
    outreachEmailSource: true,
    outreachEmailSeenOn: true,
    factSheets: { select: sheetSelect },
    rankingMembers: { where: { editionId }, select: { entry: { select: { rank: true, position: true } } } },
    rankingExclusions: { where: { editionId }, select: { reason: true } },
  }) satisfies Prisma.ListingSelect;

type ListingPayload = Prisma.ListingGetPayload<{ select: ReturnType<typeof listingSelectIn> }>;

export function toListing(row: ListingPayload): Omit<OutreachListing, "isClosed" | "presence"> {
  const { id, slug, name, unit, street, street2, city, zip, phone, phoneExtension } = row;
  const { latitude, longitude, factSheets } = row;
  const entry = row.rankingMembers[0]?.entry;
  return {
    id,
    slug,
    name,
    unit,
    street,
    street2,
    city,
    zip,
    phone,
    phoneExtension,
    isListed: row.status === "published",
    position: latitude !== null && longitude !== null ? { latitude, longitude } : null,
    isApproximate: row.positionSource === "zip_centroid",
    facts: resolveFacts(factSheets.map((sheet) => ({ ...sheet, asOf: toIsoDate(sheet.asOf) }))),
    rank: entry?.rank ?? null,
    order: entry?.position ?? null,
    notRankedFor: (row.rankingExclusions[0]?.reason ?? null) as NotRankedReason | null,
    mailbox: mailboxOf(row),
  };
}

/** All three or none (CHECK). */
function mailboxOf({ outreachEmail: email, outreachEmailSource: source, outreachEmailSeenOn: seenOn }: ListingPayload) {
  return email && source && seenOn ? { email, source, seenOn: toIsoDate(seenOn) } : null;
}

/** Without anything of the person. */
const mailSelect = { select: { ...STATE_COLUMNS, sentAt: true, mayHaveArrived: true } } as const;

export const outreachSelect = {
  id: true,
  contactedAt: true,
  way: true,
  address: true,
  mail: mailSelect,
  shared: true,
  staffMemberId: true,
  outcome: true,
  nextStep: true,
  listing: { select: { id: true, slug: true, ...TITLE_COLUMNS, ...PRESENCE_COLUMNS } },
} as const satisfies Prisma.OutreachSelect;

/** What the person sees of it: without the member of the team. */
export const contactSelect = {
  id: true,
  listing: { select: { slug: true, ...TITLE_COLUMNS, ...PRESENCE_COLUMNS } },
  way: true,
  address: true,
  mail: mailSelect,
  contactedAt: true,
  shared: true,
  outcome: true,
  nextStep: true,
  updatedAt: true,
} as const satisfies Prisma.OutreachSelect;

/** Everything that a mail about a person may need; only the encrypted columns that it tells are decrypted. */
export const letterSelect = {
  needs: true,
  needsNear: true,
  name: true,
  email: true,
  phone: true,
} as const satisfies Prisma.InquirySelect;

type ContactRow = Prisma.OutreachGetPayload<{ select: typeof contactSelect }>;

export function toContact({ listing, address, mail, ...contact }: ContactRow): OutreachContact {
  return { ...contact, place: withPresence(listing), mail: toMail(address, mail) };
}

/** Null for a call. */
export function toMail(email: string | null, mail: ContactRow["mail"]): OutreachMailStanding | null {
  if (!mail || email === null) return null;
  const state = mailStateOf(mail);
  const isUnclear = mail.mayHaveArrived && (state === "failed" || state === "cancelled");
  return { email, state: isUnclear ? "unclear" : state === "paced" ? "queued" : state, sentAt: mail.sentAt };
}
