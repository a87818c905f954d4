import "server-only";
import { resolveFacts } from "@/lib/facts/facts";
import { isInForce } from "@/lib/facts/license";
import { hasBeds } from "@/lib/facts/license-class";
import { cardSelect, isOwnLicense, sheetSelect } from "@/lib/facts/select";
import { isConfidential } from "@/lib/sources/address";
import type { Prisma } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import type { OpenLicense, OpenListing } from "./types";

const operatorSelect = { slug: true, name: true, legalEntities: true } as const satisfies Prisma.OperatorSelect;

/** Without the street of a license: that of a confidential site would tell where it is. */
const licenseSelect = {
  number: true,
  facilityName: true,
  isLicensed: true,
  isCertified: true,
  offersDetox: true,
  settingCode: true,
  capacity: true,
  targetPopulation: true,
  medicalServices: true,
  expiresOn: true,
  sourceEdition: { select: { asOf: true } },
} as const satisfies Prisma.LicenseSelect;

/** Everything that the open records tell of a listing, except its rank. */
export const openListingSelect = {
  ...cardSelect,
  county: true,
  intakePhones: true,
  latitude: true,
  longitude: true,
  positionSource: true,
  closedReason: true,
  operator: { select: operatorSelect },
  factSheets: { select: { ...sheetSelect, sourceEdition: { select: { edition: true } } } },
  licenseMatches: {
    where: isOwnLicense,
    select: { basis: true, agreement: true, certainty: true, license: { select: licenseSelect } },
    orderBy: { license: { number: "asc" } },
  },
} as const satisfies Prisma.ListingSelect;

type OpenListingRow = Prisma.ListingGetPayload<{ select: typeof openListingSelect }>;

export function toOpenListing(row: OpenListingRow): Omit<OpenListing, "ranking"> {
  const { slug, name, unit, city, state, zip, county, kind, phone, phoneExtension, intakePhones, operator } = row;
  const hidden = isConfidential(row.street);
  const main = phone ? [{ number: phone, extension: phoneExtension, use: "main" as const }] : [];
  const further = intakePhones.filter((number) => number !== phone);
  const intake = further.map((number) => ({ number, extension: null, use: "intake" as const }));
  return {
    slug,
    name,
    unit,
    street: hidden ? "" : row.street,
    street2: hidden ? null : row.street2,
    isConfidential: hidden,
    city,
    state,
    zip,
    county,
    kind,
    fromStateList: row.knownByLicense !== null,
    phones: [...main, ...intake],
    position: positionOf(row, hidden),
    closed: row.closedOn && { on: toIsoDate(row.closedOn), reason: row.closedReason },
    operator,
    ...factsOf(row),
    licenses: row.licenseMatches.flatMap((match) => toLicense(match) ?? []),
  };
}

/** Of a confidential site only what its ZIP tells. */
function positionOf({ latitude, longitude, positionSource }: OpenListingRow, hidden: boolean): OpenListing["position"] {
  if (latitude === null || longitude === null || positionSource === null) return null;
  if (hidden && positionSource !== "zip_centroid") return null;
  return { latitude, longitude, source: positionSource };
}

function factsOf({ factSheets }: OpenListingRow): Pick<OpenListing, "facts" | "directory"> {
  const sheets = factSheets.map((sheet) => ({ ...sheet, asOf: toIsoDate(sheet.asOf) }));
  const editions = new Map(
    sheets.map(({ source, asOf, sourceEdition }) => [`${source} ${asOf}`, sourceEdition?.edition ?? null]),
  );
  const facts = [...resolveFacts(sheets)].map(([code, fact]) => {
    return [code, { ...fact, edition: editions.get(`${fact.source} ${fact.asOf}`) ?? null }] as const;
  });
  const newest = sheets.filter(({ source }) => source === "samhsa").sort((a, b) => b.asOf.localeCompare(a.asOf))[0];
  return { facts: new Map(facts), directory: newest?.sourceEdition?.edition ?? null };
}

function toLicense({ basis, agreement, certainty, license }: OpenListingRow["licenseMatches"][number]) {
  if (basis === "other_name" || basis === "other_address" || certainty === null) return null;
  const { sourceEdition, expiresOn, facilityName, capacity, targetPopulation, ...columns } = license;
  const allowed = { beds: hasBeds(columns.settingCode) ? capacity : null, population: targetPopulation };
  const listedOn = toIsoDate(sourceEdition.asOf);
  const lastDay = expiresOn && toIsoDate(expiresOn);
  const current = isInForce({ ...columns, expiresOn: lastDay }, listedOn);
  const found = { basis, agreement, certainty };
  return { ...columns, ...allowed, issuedTo: facilityName, lastDay, listedOn, current, ...found } satisfies OpenLicense;
}
