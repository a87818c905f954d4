import "server-only";
import { KIND_CODES } from "@/lib/facts/kind";
import { hasLapsed } from "@/lib/facts/license";
import { isOwnLicense, isPublic } from "@/lib/facts/select";
import type { Db, Prisma } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import { licenseColumns } from "@/lib/sources/state";
import { operatorNames } from "./match";
import type { ExplainedLicense } from "./types";
import { covers, sharedLicenses } from "./unexplained";
import type { ListedLicense, PositionedListing, StoredMatch } from "./matching";

const positionColumns = { latitude: true, longitude: true, positionSource: true } as const;

/** The licenses in the state's newest list of their county; a license that the list dropped is no longer matched. */
export async function listedLicenses(db: Db): Promise<ListedLicense[]> {
  const licenses = await db.license.findMany({
    select: { id: true, ...licenseColumns, sourceEdition: { select: { id: true, asOf: true } } },
    orderBy: { number: "asc" },
  });
  const editions = await db.sourceEdition.findMany({
    where: { source: "dhcs", takenBackAt: null },
    select: { county: true, asOf: true },
  });
  const raw = await db.sourceRecord.findMany({
    where: { sourceEdition: { source: "dhcs" }, NOT: { data: { path: ["additional_locations"], equals: "" } } },
    select: { key: true, sourceEditionId: true, data: true },
  });
  const additional = new Map(raw.map(({ key, sourceEditionId, data }) => [`${sourceEditionId} ${key}`, data]));
  return licenses
    .filter(({ county, sourceEdition }) =>
      editions.every((each) => (each.county !== "" && each.county !== county) || each.asOf <= sourceEdition.asOf),
    )
    .map((license) => {
      const data = additional.get(`${license.sourceEdition.id} ${license.number}`) as
        Record<string, string> | undefined;
      return {
        ...license,
        isCurrent: isCurrent(license),
        additionalLocations: data?.additional_locations ?? "",
      };
    });
}

/** Every listing with what matching and positioning need. */
export async function positionedListings(db: Db, where: Prisma.ListingWhereInput = {}): Promise<PositionedListing[]> {
  const rows = await db.listing.findMany({
    where,
    select: {
      id: true,
      name: true,
      unit: true,
      street: true,
      city: true,
      zip: true,
      phone: true,
      intakePhones: true,
      county: true,
      state: true,
      staffFields: true,
      operatorId: true,
      kind: true,
      knownByLicense: true,
      ...positionColumns,
    },
    orderBy: { slug: "asc" },
  });
  const operators = await knownOperators(db);
  return rows.map(({ name, unit, operatorId, ...row }) => {
    const own = operatorNames({ name, unit });
    const operator = operatorId ? operators.get(operatorId) : undefined;
    return {
      ...row,
      names: [...new Set([...own.names, ...(operator?.names ?? [])])],
      legalEntities: operator?.legalEntities ?? [],
    };
  });
}

/** What each listing answers of the codes that its kind depends on, in the newest survey it is in; by id. */
export async function kindAnswers(db: Db): Promise<Map<string, ReadonlySet<string>>> {
  const rows = await db.$queryRaw<{ id: string; yes: string[] }[]>`
    SELECT DISTINCT ON (s."listingId") s."listingId" AS "id",
      ARRAY(SELECT unnest(s."yes") INTERSECT SELECT unnest(${KIND_CODES}::text[])) AS "yes"
    FROM "FactSheet" s WHERE s."source" = 'samhsa' ORDER BY s."listingId", s."asOf" DESC`;
  return new Map(rows.map(({ id, yes }) => [id, new Set(yes)]));
}

/**
 * What staff said of operators, by id: names that they merged or set, and legal entities. What imports derive of licenses
 * is left out: a match would rest on a match before it.
 */
async function knownOperators(db: Db): Promise<Map<string, { names: string[]; legalEntities: string[] }>> {
  const rows = await db.operator.findMany({
    where: { version: { gt: 1 } },
    select: { id: true, name: true, legalEntities: true, staffFields: true, listings: { select: { name: true } } },
  });
  return new Map(
    rows.map(({ id, name, legalEntities, staffFields, listings }) => [
      id,
      {
        names: [name, ...listings.map((listing) => listing.name)],
        legalEntities: staffFields.includes("legalEntities") ? legalEntities : [],
      },
    ]),
  );
}

export async function knownMatches(db: Db, where: Prisma.LicenseMatchWhereInput = {}): Promise<StoredMatch[]> {
  return db.licenseMatch.findMany({
    where,
    select: { id: true, listingId: true, licenseId: true, basis: true, agreement: true, certainty: true },
  });
}

/** Of these published listings in California: each license that shares something with one that has none. */
export async function explainedLicenses(db: Db, where: Prisma.ListingWhereInput = {}): Promise<ExplainedLicense[]> {
  const unlicensed = await unlicensedIds(db, { ...where, state: "CA", ...isPublic });
  if (unlicensed.length === 0) return [];
  const listings = await positionedListings(db, { id: { in: unlicensed } });
  const licenses = await listedLicenses(db);
  const ids = { listingId: { in: listings.map(({ id }) => id) } };
  const notes = await db.licenseNote.findMany({ where: ids, orderBy: [{ writtenAt: "asc" }, { id: "asc" }] });
  const noteOf = new Map(notes.map(({ listingId, licenseNumber, ...note }) => [`${listingId} ${licenseNumber}`, note]));
  return sharedLicenses(listings, licenses, await knownMatches(db, ids)).map((shared) => {
    const found = noteOf.get(`${shared.listingId} ${shared.number}`);
    return { ...shared, note: found ? { note: found.note, evidence: found.evidence } : null };
  });
}

/** Of these listings: those without a license of their own that is current and covers their kind of care. */
async function unlicensedIds(db: Db, where: Prisma.ListingWhereInput): Promise<string[]> {
  const license = {
    isLicensed: true,
    isCertified: true,
    settingCode: true,
    expiresOn: true,
    sourceEdition: { select: { asOf: true } },
  } as const;
  const rows = await db.listing.findMany({
    where,
    select: { id: true, kind: true, licenseMatches: { where: isOwnLicense, select: { license: { select: license } } } },
  });
  return rows
    .filter((row) => !row.licenseMatches.some((match) => isCurrent(match.license) && covers(match.license, row)))
    .map(({ id }) => id);
}

function isCurrent({ expiresOn, sourceEdition }: { expiresOn: Date | null; sourceEdition: { asOf: Date } }): boolean {
  return !hasLapsed({ expiresOn: expiresOn && toIsoDate(expiresOn) }, toIsoDate(sourceEdition.asOf));
}

/** How a report names listings, in the order of their names. */
export function namedListings(db: Db, ids: readonly string[]) {
  return db.listing.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, slug: true, name: true, unit: true, city: true },
    orderBy: [{ name: "asc" }, { slug: "asc" }],
  });
}
