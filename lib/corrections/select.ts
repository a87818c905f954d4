import "server-only";
import { TITLE_COLUMNS } from "@/lib/facts/listing-title";
import { PRESENCE_COLUMNS, withPresence } from "@/lib/facts/presence";
import { FACT_VALUES } from "@/lib/facts/facts";
import type { Prisma } from "@/lib/server/db";
import type { Locale } from "@/lib/shared/i18n";
import { z } from "@/lib/shared/zod";
import { isConfidential } from "@/lib/sources/address";
import { CORRECTED_FIELDS, WHERE_FIELDS } from "./corrected-fields";
import type { CorrectionChange, CorrectionRow, LoggedCorrection } from "./types";

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
  changes: true,
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
  changes: true,
  answer: true,
} as const satisfies Prisma.CorrectionSelect;

type LogPayload = Prisma.CorrectionGetPayload<{ select: typeof logSelect }>;
type RowPayload = Prisma.CorrectionGetPayload<{ select: typeof rowSelect }>;

/** As mutations.ts wrote them. */
const changesSchema = z
  .array(
    z.discriminatedUnion("of", [
      z.object({
        of: z.literal("field"),
        name: z.enum(CORRECTED_FIELDS),
        was: z.string().nullable(),
        is: z.string().nullable(),
      }),
      z.object({ of: z.literal("fact"), name: z.string(), was: z.enum(FACT_VALUES), is: z.enum(FACT_VALUES) }),
    ]),
  )
  .nullable();

export function toChanges(stored: unknown): CorrectionChange[] | null {
  return changesSchema.parse(stored);
}

export function toLogged({ listing, createdAt, decidedAt, changes, ...row }: LogPayload): LoggedCorrection {
  if (!decidedAt) throw new Error("An accepted correction without its date");
  const named = withPresence(listing);
  const { publicNoteLocale } = row;
  return {
    ...row,
    receivedAt: createdAt,
    decidedAt,
    changes: toChanges(changes)?.map(isConfidential(listing.street) ? withoutWhere : same) ?? null,
    publicNoteLocale: publicNoteLocale as Locale | null,
    listing: { ...named, slug: named.presence === "gone" ? null : named.slug },
  };
}

const same = (change: CorrectionChange) => change;

/** A site that keeps its address to itself keeps it in what is already written, too. */
function withoutWhere(change: CorrectionChange): CorrectionChange {
  return change.of === "field" && WHERE_FIELDS.includes(change.name) ? { ...change, was: null, is: null } : change;
}

export function toRow({ locale, ...row }: RowPayload): CorrectionRow {
  const { id, reference, status, topic, grounds, createdAt } = row;
  const listing = withPresence(row.listing);
  return { id, reference, status, topic, grounds, createdAt, listing, locale: locale as Locale };
}
