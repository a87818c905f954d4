import "server-only";
import { hasLapsed } from "@/lib/facts/license";
import type { Db } from "@/lib/server/db";
import { fromIsoDate, toIsoDate } from "@/lib/shared/dates";
import type { CodeCounts } from "./code-counts";
import type { ImportSource } from "./edition";
import type { KnownLicense } from "./license-plan";
import type { PlaceableLicense, PlaceableListing, StoredMatch } from "./matching";
import type { KnownSite } from "./site-plan";
import type { ImportEntry, ImportRequest } from "./types";

export const siteColumns = {
  name: true,
  unit: true,
  street: true,
  street2: true,
  city: true,
  state: true,
  zip: true,
  county: true,
  phone: true,
  phoneExtension: true,
  intakePhones: true,
  kind: true,
} as const;

export const licenseColumns = {
  number: true,
  facilityName: true,
  legalEntity: true,
  street: true,
  city: true,
  zip: true,
  county: true,
  phone: true,
  isLicensed: true,
  isCertified: true,
  offersDetox: true,
  settingCode: true,
  expiresOn: true,
  capacity: true,
  targetPopulation: true,
  latitude: true,
  longitude: true,
} as const;

const positionColumns = { latitude: true, longitude: true, positionSource: true } as const;

/** The newest date (YYYY-MM-DD) of any imported edition of a source; null before the first. */
export async function newestEdition(db: Db, source: ImportSource): Promise<string | null> {
  const { _max } = await db.sourceEdition.aggregate({ where: { source, takenBackAt: null }, _max: { asOf: true } });
  return _max.asOf && toIsoDate(_max.asOf);
}

/**
 * The edition before a file: the newest of its source and county that is not newer than it, with the places it names.
 * @returns null for the first, and for a file that was imported already
 */
export async function editionBefore(
  db: Db,
  { source, edition, county, date }: ImportRequest,
  checksum: string,
): Promise<{ edition: string; places: number } | null> {
  const editions = await db.sourceEdition.findMany({
    where: { source, county: county ?? "", takenBackAt: null, asOf: { lte: fromIsoDate(date.asOf) } },
    select: { id: true, edition: true, checksum: true },
    orderBy: [{ asOf: "desc" }, { importedAt: "desc" }],
  });
  const [before] = editions;
  if (!before || editions.some((each) => each.edition === edition && each.checksum === checksum)) return null;
  const keys = await db.sourceRecord.groupBy({ by: "key", where: { sourceEditionId: before.id } });
  return { edition: before.edition, places: keys.length };
}

/** Every listing an import made. */
export async function knownSites(db: Db): Promise<KnownSite[]> {
  const rows = await db.listing.findMany({
    where: { siteKey: { not: null } },
    select: { id: true, slug: true, siteKey: true, status: true, staffFields: true, ...siteColumns },
    orderBy: { slug: "asc" },
  });
  const sheets = await db.factSheet.groupBy({ by: "listingId", where: { source: "samhsa" }, _max: { asOf: true } });
  const newest = new Map(sheets.map(({ listingId, _max }) => [listingId, _max.asOf]));
  return rows.map(({ id, slug, siteKey, status, staffFields, ...columns }) => {
    const asOf = newest.get(id);
    return {
      id,
      slug,
      siteKey: siteKey ?? "",
      status,
      staffFields,
      columns,
      newestAsOf: asOf ? toIsoDate(asOf) : null,
    };
  });
}

/** Slugs that a new listing may not take: every one in use, and every former one, which redirects. */
export async function slugsInUse(db: Db): Promise<Set<string>> {
  const listings = await db.listing.findMany({ select: { slug: true } });
  const redirects = await db.slugRedirect.findMany({ where: { subject: "listing" }, select: { fromSlug: true } });
  return new Set([...listings.map(({ slug }) => slug), ...redirects.map(({ fromSlug }) => fromSlug)]);
}

/** Every license with the date (YYYY-MM-DD) of the edition its columns are from. */
export async function knownLicenses(db: Db): Promise<KnownLicense[]> {
  const rows = await db.license.findMany({
    select: { ...licenseColumns, sourceEdition: { select: { asOf: true } } },
    orderBy: { number: "asc" },
  });
  return rows.map(({ sourceEdition, expiresOn, ...columns }) => ({
    asOf: toIsoDate(sourceEdition.asOf),
    columns: { ...columns, expiresOn: expiresOn && toIsoDate(expiresOn) },
  }));
}

/** The licenses of the state's newest list of their county; one it dropped is no longer matched with anything. */
export async function placeableLicenses(db: Db): Promise<PlaceableLicense[]> {
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
        isCurrent: !hasLapsed(
          { expiresOn: license.expiresOn && toIsoDate(license.expiresOn) },
          toIsoDate(license.sourceEdition.asOf),
        ),
        additionalLocations: data?.additional_locations ?? "",
      };
    });
}

/** Every listing with what matching and placing it needs. */
export function placeableListings(db: Db): Promise<PlaceableListing[]> {
  return db.listing.findMany({
    select: {
      id: true,
      name: true,
      unit: true,
      street: true,
      zip: true,
      phone: true,
      intakePhones: true,
      county: true,
      state: true,
      staffFields: true,
      ...positionColumns,
    },
    orderBy: { slug: "asc" },
  });
}

export function knownMatches(db: Db): Promise<StoredMatch[]> {
  return db.licenseMatch.findMany({
    select: { id: true, listingId: true, licenseId: true, method: true, doubtful: true, note: true },
  });
}

/** How many rows name each code, of the files that counted them. */
export async function countsOf(
  db: Db,
  editions: readonly { id: string; edition: string; asOf: string }[],
): Promise<{ edition: string; asOf: string; counts: CodeCounts }[]> {
  const imports = await db.import.findMany({
    where: { sourceEditionId: { in: editions.map(({ id }) => id) }, takenBackAt: null },
    select: { sourceEditionId: true, codeCounts: true },
    orderBy: { number: "desc" },
  });
  return editions.flatMap(({ id, edition, asOf }) => {
    const counts = imports.find(({ sourceEditionId }) => sourceEditionId === id)?.codeCounts;
    return counts ? [{ edition, asOf, counts: counts as unknown as CodeCounts }] : [];
  });
}

/** Whether any file of an edition ever was, also when it was taken back. */
export async function wasImported(db: Db, source: ImportSource, edition: string): Promise<boolean> {
  return (await db.import.count({ where: { sourceEdition: { source, edition } } })) > 0;
}

/** Every import, oldest first. */
export async function listImports(db: Db): Promise<ImportEntry[]> {
  const rows = await db.import.findMany({
    select: {
      number: true,
      at: true,
      takenBackAt: true,
      sourceEdition: {
        select: { source: true, edition: true, asOf: true, county: true, fileName: true, rowCount: true },
      },
    },
    orderBy: { number: "asc" },
  });
  return rows.map(({ sourceEdition: { source, asOf, rowCount: rows, ...file }, ...entry }) => {
    return { ...entry, ...file, rows, source: source as ImportSource, asOf: toIsoDate(asOf) };
  });
}
