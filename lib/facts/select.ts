import "server-only";
import type { Prisma } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import type { FactSheetView } from "./facts";
import { PRESENCE_COLUMNS } from "./presence";

/** What the public may see of listings. Spread last in every public `where`. */
export const isPublic = { status: "published" } as const satisfies Prisma.ListingWhereInput;

/** The licenses that are a place's own; what else was found about it earns nothing. */
export const isOwnLicense = { certainty: { not: null } } as const satisfies Prisma.LicenseMatchWhereInput;

/** What `toCard` takes. */
export const cardSelect = {
  slug: true,
  name: true,
  unit: true,
  street: true,
  street2: true,
  city: true,
  state: true,
  zip: true,
  phone: true,
  phoneExtension: true,
  kind: true,
  knownByLicense: true,
  ...PRESENCE_COLUMNS,
} as const satisfies Prisma.ListingSelect;

/** What one source says as of one day. */
export const sheetSelect = {
  source: true,
  asOf: true,
  asOfPrecision: true,
  yes: true,
  no: true,
  unknown: true,
} as const satisfies Prisma.FactSheetSelect;

type SheetRow = Prisma.FactSheetGetPayload<{ select: typeof sheetSelect }>;

export function toSheet({ source, asOf, asOfPrecision, yes, no, unknown }: SheetRow): FactSheetView {
  return { source, asOf: toIsoDate(asOf), asOfPrecision, yes, no, unknown };
}
