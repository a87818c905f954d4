import "server-only";
import type { Prisma } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import type { FactSheetView } from "@/lib/facts/facts";
import { leftOutOf, type DirectoryEdition } from "./left-out";
import { toCard } from "@/lib/facts/card";
import { cardSelect, isPublic, sheetSelect } from "@/lib/facts/select";
import type { LicenseView, ListingDetail } from "./types";

/** The checks that were not retracted. */
export const counts = { retractedAt: null } as const satisfies Prisma.FactCheckWhereInput;

export const licenseSelect = {
  number: true,
  facilityName: true,
  isLicensed: true,
  isCertified: true,
  offersDetox: true,
  settingCode: true,
  expiresOn: true,
  capacity: true,
  sourceEdition: { select: { asOf: true } },
} as const satisfies Prisma.LicenseSelect;

export const detailSelect = {
  ...cardSelect,
  id: true,
  intakePhones: true,
  closedReason: true,
  exemptionReason: true,
  exemptionUrl: true,
  staffFields: true,
  county: true,
  operator: {
    select: {
      name: true,
      listings: {
        where: isPublic,
        select: cardSelect,
        orderBy: [{ city: "asc" }, { name: "asc" }, { slug: "asc" }],
      },
    },
  },
  factSheets: { select: { ...sheetSelect, unrecognised: true } },
  licenseMatches: {
    where: { doubtful: false },
    select: { license: { select: licenseSelect } },
    orderBy: { license: { number: "asc" } },
  },
} as const satisfies Prisma.ListingSelect;

type SheetRow = Prisma.FactSheetGetPayload<{ select: typeof sheetSelect }>;
type LicenseRow = Prisma.LicenseGetPayload<{ select: typeof licenseSelect }>;
type DetailRow = Prisma.ListingGetPayload<{ select: typeof detailSelect }>;

export function toSheet({ source, asOf, asOfPrecision, yes, no, unknown }: SheetRow): FactSheetView {
  return { source, asOf: toIsoDate(asOf), asOfPrecision, yes, no, unknown };
}

export function toDetail(row: DetailRow, directories: readonly DirectoryEdition[]): ListingDetail {
  const sheets = row.factSheets.map(toSheet);
  return {
    ...toCard(row),
    id: row.id,
    intakePhones: row.intakePhones,
    closedOn: row.closedOn && toIsoDate(row.closedOn),
    closedReason: row.closedReason,
    exemptionReason: row.exemptionReason,
    exemptionUrl: row.exemptionUrl,
    correctedByStaff: row.staffFields.some((field) => field !== "status" && field !== "operatorId"),
    operator: row.operator && {
      name: row.operator.name,
      others: row.operator.listings.filter(({ slug }) => slug !== row.slug).map(toCard),
    },
    leftOutOf: leftOutOf(row.county, sheets, directories),
    sheets,
    unrecognised: [...new Set(row.factSheets.flatMap(({ unrecognised }) => unrecognised))].sort(),
    licenses: row.licenseMatches.map(({ license }) => toLicense(license)),
  };
}

function toLicense({ sourceEdition, expiresOn, ...license }: LicenseRow): LicenseView {
  return { ...license, expiresOn: expiresOn && toIsoDate(expiresOn), asOf: toIsoDate(sourceEdition.asOf) };
}
