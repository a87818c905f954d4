import "server-only";
import type { Prisma } from "@/lib/server/db";
import { newestAdmissions } from "@/lib/admissions/newest";
import { toAdmission } from "@/lib/admissions/questions";
import { toIsoDate, today } from "@/lib/shared/dates";
import { newestCovering, type ImportedEdition } from "./covering";
import { leftOutOf, type DirectoryEdition } from "./left-out";
import { toCard } from "@/lib/facts/card";
import { cardSelect, isPublic, sheetSelect, toSheet } from "@/lib/facts/select";
import { plainWords } from "@/lib/search/words";
import { isConfidential } from "@/lib/sources/address";
import type { LicenseView, ListingDetail, NearbyLicense } from "./types";

/** The checks that were not retracted. */
export const counts = { retractedAt: null } as const satisfies Prisma.FactCheckWhereInput &
  Prisma.AdmissionCheckWhereInput;

export const licenseSelect = {
  number: true,
  facilityName: true,
  isLicensed: true,
  isCertified: true,
  offersDetox: true,
  settingCode: true,
  expiresOn: true,
  capacity: true,
  legalEntity: true,
  targetPopulation: true,
  medicalServices: true,
  phone: true,
  street: true,
  street2: true,
  city: true,
  // A license by which a confidential site was found stands in its street.
  matches: { where: { basis: "operator_and_zip" }, select: { id: true }, take: 1 },
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
  admissionChecks: {
    where: counts,
    select: { question: true, answer: true, asOf: true },
    orderBy: [{ checkedAt: "desc" }, { id: "desc" }],
  },
  licenseMatches: {
    select: { basis: true, agreement: true, certainty: true, license: { select: licenseSelect } },
    orderBy: { license: { number: "asc" } },
  },
} as const satisfies Prisma.ListingSelect;

type DetailRow = Prisma.ListingGetPayload<{ select: typeof detailSelect }>;
type MatchRow = DetailRow["licenseMatches"][number];

export function toDetail(
  row: DetailRow,
  directories: readonly DirectoryEdition[],
  stateLists: readonly ImportedEdition[],
): ListingDetail {
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
    admissions: newestAdmissions(row.admissionChecks.map(toAdmission), today()),
    sheets,
    unrecognised: [...new Set(row.factSheets.flatMap(({ unrecognised }) => unrecognised))].sort(),
    stateListAsOf: newestCovering(row.county, stateLists)?.asOf ?? null,
    ...toLicenses(row),
  };
}

function toLicenses({
  street,
  licenseMatches,
}: Pick<DetailRow, "street" | "licenseMatches">): Pick<ListingDetail, "licenses" | "nearbyLicenses"> {
  const isHidden = isConfidential(street);
  const own = licenseMatches.flatMap((match) => toLicense(match, isHidden) ?? []);
  const nearby = own.length > 0 ? [] : licenseMatches;
  return { licenses: own, nearbyLicenses: nearby.map((match) => toNearby(match, isHidden)) };
}

function toLicense({ license, basis, agreement, certainty }: MatchRow, isHidden: boolean): LicenseView | null {
  if (basis === "other_name" || basis === "other_address") return null;
  const { sourceEdition, expiresOn, matches: _matches, street: _street, street2: _street2, ...view } = license;
  const days = { expiresOn: expiresOn && toIsoDate(expiresOn), asOf: toIsoDate(sourceEdition.asOf) };
  const printed = { street: printedStreet(license, isHidden), legalEntity: otherEntity(license) };
  return { ...view, ...days, ...printed, basis, agreement, isCertain: certainty === "certain" };
}

function otherEntity({ facilityName, legalEntity }: MatchRow["license"]): string | null {
  const letters = (name: string) => plainWords(name).join("");
  return legalEntity && letters(legalEntity) !== letters(facilityName) ? legalEntity : null;
}

function printedStreet({ street, street2, matches }: MatchRow["license"], isHidden: boolean): string | null {
  return isHidden || matches.length > 0 ? null : [street, street2].filter(Boolean).join(", ");
}

function toNearby({ license, ...match }: MatchRow, isHidden: boolean): NearbyLicense {
  const { number, facilityName, expiresOn, city } = license;
  return {
    number,
    facilityName,
    expiresOn: expiresOn && toIsoDate(expiresOn),
    basis: match.basis === "other_name" ? "other_name" : "other_address",
    isOperators: match.agreement.some((part) => part !== "phone"),
    street: printedStreet(license, isHidden),
    city,
  };
}
