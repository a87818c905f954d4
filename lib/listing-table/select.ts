import "server-only";
import { TITLE_COLUMNS } from "@/lib/facts/listing-title";
import type { Prisma } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";

/** What a copy of the table has of each listing. */
export const exportSelect = {
  id: true,
  slug: true,
  status: true,
  ...TITLE_COLUMNS,
  kind: true,
  state: true,
  county: true,
  phoneExtension: true,
  intakePhones: true,
  website: true,
  latitude: true,
  longitude: true,
  positionSource: true,
  closedOn: true,
  closedReason: true,
  evidence: true,
  evidenceSeenOn: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  operator: { select: { name: true } },
  licenseMatches: {
    where: { certainty: { not: null } },
    select: { license: { select: { number: true } } },
    orderBy: { license: { number: "asc" } },
  },
  factSheets: { select: { source: true }, orderBy: { source: "asc" } },
  factChecks: { where: { retractedAt: null }, select: { asOf: true }, orderBy: { asOf: "desc" }, take: 1 },
} as const satisfies Prisma.ListingSelect;

type Row = Prisma.ListingGetPayload<{ select: typeof exportSelect }>;

/** The columns of a copy in their order; moments as ISO strings, days as YYYY-MM-DD, what there are several of as a list. */
export function toExportRow(row: Row) {
  return {
    id: row.id,
    slug: row.slug,
    status: row.status,
    name: row.name,
    unit: row.unit,
    kind: row.kind,
    street: row.street,
    street2: row.street2,
    city: row.city,
    state: row.state,
    zip: row.zip,
    county: row.county,
    phone: row.phone,
    phoneExtension: row.phoneExtension,
    intakePhones: row.intakePhones,
    website: row.website,
    operator: row.operator?.name ?? null,
    licenses: row.licenseMatches.map(({ license }) => license.number),
    sources: [...new Set(row.factSheets.map(({ source }) => source))],
    lastCheckedOn: dayOf(row.factChecks[0]?.asOf ?? null),
    latitude: row.latitude,
    longitude: row.longitude,
    positionSource: row.positionSource,
    closedOn: dayOf(row.closedOn),
    closedReason: row.closedReason,
    evidence: row.evidence,
    evidenceSeenOn: dayOf(row.evidenceSeenOn),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export type ExportRow = ReturnType<typeof toExportRow>;

/** In their order, also when there is no row. */
export const EXPORT_COLUMNS = [
  "id",
  "slug",
  "status",
  "name",
  "unit",
  "kind",
  "street",
  "street2",
  "city",
  "state",
  "zip",
  "county",
  "phone",
  "phoneExtension",
  "intakePhones",
  "website",
  "operator",
  "licenses",
  "sources",
  "lastCheckedOn",
  "latitude",
  "longitude",
  "positionSource",
  "closedOn",
  "closedReason",
  "evidence",
  "evidenceSeenOn",
  "version",
  "createdAt",
  "updatedAt",
] as const satisfies readonly (keyof ExportRow)[];

function dayOf(date: Date | null): string | null {
  return date && toIsoDate(date);
}
