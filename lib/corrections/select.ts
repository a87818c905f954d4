import "server-only";
import { TITLE_COLUMNS } from "@/lib/facts/listing-title";
import { PRESENCE_COLUMNS, withPresence } from "@/lib/facts/presence";
import type { Prisma } from "@/lib/server/db";
import type { Locale } from "@/lib/shared/i18n";
import type { CorrectionRow, LoggedCorrection } from "./types";

/** What the public may see: accepted ones of places that are or were public. Spread last in every public `where`. */
export const isPublic = {
  status: "accepted",
  listing: { status: { not: "draft" } },
} as const satisfies Prisma.CorrectionWhereInput;

export const logSelect = {
  reference: true,
  topic: true,
  createdAt: true,
  decidedAt: true,
  publicNote: true,
  publicNoteLocale: true,
  listing: { select: { slug: true, ...TITLE_COLUMNS, ...PRESENCE_COLUMNS } },
} as const satisfies Prisma.CorrectionSelect;

/** The columns of a list: none of them is the reporter's. */
export const rowSelect = {
  id: true,
  reference: true,
  status: true,
  topic: true,
  grounds: true,
  locale: true,
  createdAt: true,
  listing: { select: { id: true, slug: true, ...TITLE_COLUMNS, ...PRESENCE_COLUMNS } },
} as const satisfies Prisma.CorrectionSelect;

export const detailSelect = {
  ...rowSelect,
  version: true,
  wrong: true,
  right: true,
  evidence: true,
  email: true,
  erasedAt: true,
  decidedAt: true,
  publicNote: true,
  publicNoteLocale: true,
  declineReason: true,
} as const satisfies Prisma.CorrectionSelect;

type LogPayload = Prisma.CorrectionGetPayload<{ select: typeof logSelect }>;
type RowPayload = Prisma.CorrectionGetPayload<{ select: typeof rowSelect }>;

export function toLogged({ listing, createdAt, decidedAt, publicNote, ...row }: LogPayload): LoggedCorrection {
  const { publicNoteLocale } = row;
  if (!decidedAt || publicNote === null || !publicNoteLocale)
    throw new Error("An accepted correction without its decision");
  const named = withPresence(listing);
  return {
    ...row,
    receivedAt: createdAt,
    decidedAt,
    publicNote,
    publicNoteLocale: publicNoteLocale as Locale,
    listing: { ...named, slug: named.presence === "gone" ? null : named.slug },
  };
}

export function toRow({ locale, ...row }: RowPayload): CorrectionRow {
  const { id, reference, status, topic, grounds, createdAt } = row;
  const listing = withPresence(row.listing);
  return { id, reference, status, topic, grounds, createdAt, listing, locale: locale as Locale };
}
