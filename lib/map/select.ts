import "server-only";
import { TITLE_COLUMNS, toNamed } from "@/lib/facts/listing-title";
import type { NotRankedReason } from "@/lib/facts/not-ranked";
import { PRESENCE_COLUMNS, presenceOf } from "@/lib/facts/presence";
import type { WhoNote } from "@/lib/facts/who-can-go";
import { keyFactsOf } from "@/lib/search/entry-facts";
import type { Prisma } from "@/lib/server/db";
import type { CardDetails, MapListing, MapPosition } from "./types";

export const positionSelect = {
  latitude: true,
  longitude: true,
  positionSource: true,
} as const satisfies Prisma.ListingSelect;

export const listingSelect = {
  slug: true,
  ...TITLE_COLUMNS,
  kind: true,
  knownByLicense: true,
  searchEntry: { select: { treatsOpioids: true } },
  ...PRESENCE_COLUMNS,
  ...positionSelect,
} as const satisfies Prisma.ListingSelect;

export const detailsSelect = {
  slug: true,
  phoneExtension: true,
  searchEntry: { select: { yes: true, unknown: true, who: true, noMediCalIn: true, band: true } },
} as const satisfies Prisma.ListingSelect;

type Payload<Select extends Prisma.ListingSelect> = Prisma.ListingGetPayload<{ select: Select }>;

export function toListing(
  row: Payload<typeof listingSelect>,
  rank: number | null,
  notRankedFor: NotRankedReason | null,
): MapListing {
  return {
    ...toNamed({ ...row, presence: presenceOf(row) }),
    kind: row.kind,
    fromStateList: row.knownByLicense !== null,
    treatsOpioids: row.searchEntry?.treatsOpioids ?? true,
    rank,
    notRankedFor,
    position: toPosition(row),
  };
}

export function toPosition(row: Payload<typeof positionSelect>): MapPosition | null {
  const { latitude, longitude, positionSource } = row;
  if (latitude === null || longitude === null) return null;
  return { latitude, longitude, isApproximate: positionSource === "zip_centroid" };
}

/** The database makes an entry with each published listing; until it has, nothing is known. */
const NO_ENTRY = { yes: [], unknown: [], who: [], noMediCalIn: null, band: null };

export function toDetails({ phoneExtension, searchEntry }: Payload<typeof detailsSelect>): CardDetails {
  const entry = searchEntry ?? NO_ENTRY;
  // Only keys that lib/search/entry wrote.
  const who = entry.who as WhoNote[];
  return { facts: keyFactsOf(entry), who, band: entry.band, phoneExtension };
}
