import "server-only";
import { hasLapsed } from "@/lib/facts/license";
import type { Db } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import { licenseColumns } from "@/lib/sources/state";
import type { PositionedLicense, PositionedListing, StoredMatch } from "./matching";

const positionColumns = { latitude: true, longitude: true, positionSource: true } as const;

/** The licenses in the state's newest list of their county; a license that the list dropped is no longer matched. */
export async function positionedLicenses(db: Db): Promise<PositionedLicense[]> {
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

/** Every listing with what matching and positioning need. */
export function positionedListings(db: Db): Promise<PositionedListing[]> {
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
