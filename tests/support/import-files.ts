import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { system } from "@/lib/audit/actor";
import { db } from "@/lib/server/db";
import { editionDate } from "@/lib/sources/source-edition";
import { importFile } from "@/lib/imports/jobs";
import type { ImportReport, ImportRequest } from "@/lib/imports/types";

const DATA = "prisma/seed/data";
export const DIRECTORY_2024 = `${DATA}/samhsa-national-directory-2024.csv.gz`;
export const DIRECTORY_2023 = `${DATA}/samhsa-national-directory-2023.xlsx`;
export const STATE_LIST = `${DATA}/dhcs-sud-facilities-2026-08-21.csv`;

/** Imports the Los Angeles rows of a file, or what the overrides say. */
export function importLocally(
  source: ImportRequest["source"],
  edition: string,
  file: string,
  overrides: Partial<ImportRequest> = {},
): Promise<ImportReport> {
  const date = editionDate(source, edition);
  return importFile(system("import"), {
    file,
    source,
    edition,
    date,
    county: "Los Angeles",
    dryRun: false,
    ...overrides,
  });
}

const FEDERAL = {
  name1: "Harbor Clinic",
  name2: "",
  street1: "100 Main Street",
  street2: "",
  city: "Los Angeles",
  state: "CA",
  zip: "90012",
  phone: "213-555-2368",
  intake1: "",
  intake2: "",
  intake1a: "",
  intake2a: "",
  service_code_info: "SA * OP * BU NU",
};
const STATE = {
  license_number: "190001AN",
  facility_name: "HARBOR CLINIC",
  legal_entity: "",
  address_line1: "100 MAIN ST.",
  additional_locations: "",
  city: "LOS ANGELES",
  zip: "90012-1234",
  county: "Los Angeles County",
  phone: "",
  setting_code: "NON",
  offers_detox: "false",
  is_licensed: "false",
  is_certified: "true",
  license_expiration: "2027-12-31",
  treatment_capacity: "0",
  target_population: "CO-ED",
  latitude: "34.0561",
  longitude: "-118.2365",
};

/** A small federal directory: rows differ from a plain clinic by what is given. */
export function federalFile(...rows: Partial<typeof FEDERAL>[]): string {
  return csvFile(
    FEDERAL,
    rows.map((row) => ({ ...FEDERAL, ...row })),
  );
}

/** A small state list: rows differ from a plain license by what is given. */
export function stateFile(...rows: Partial<typeof STATE>[]): string {
  return csvFile(
    STATE,
    rows.map((row) => ({ ...STATE, ...row })),
  );
}

function csvFile(header: Record<string, string>, rows: Record<string, string>[]): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = [Object.keys(header), ...rows.map((row) => Object.values(row))];
  const file = path.join(mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-import-")), "rows.csv");
  writeFileSync(file, lines.map((cells) => `${cells.map(cell).join(",")}\n`).join(""));
  return file;
}

/**
 * All that imports make, in an order and in words that do not depend on ids, times and counters: equal when taking an
 * import back, or the right file after a wrong one, has left nothing of it.
 */
export async function importedState() {
  const listings = await db.listing.findMany({
    omit: { id: true, version: true, createdAt: true, updatedAt: true, operatorId: true },
    include: {
      operator: { select: { slug: true, name: true, legalEntities: true, names: { select: { key: true } } } },
      factSheets: {
        omit: { id: true, listingId: true, createdAt: true, sourceEditionId: true },
        include: { sourceEdition: { select: { checksum: true, county: true } } },
        orderBy: [{ asOf: "asc" }, { source: "asc" }],
      },
      licenseMatches: {
        select: { basis: true, agreement: true, certainty: true, license: { select: { number: true } } },
        orderBy: { license: { number: "asc" } },
      },
      searchEntry: true,
    },
    orderBy: { slug: "asc" },
  });
  const licenses = await db.license.findMany({
    omit: { id: true, sourceEditionId: true },
    include: { sourceEdition: { select: { checksum: true } } },
    orderBy: { number: "asc" },
  });
  const records = await db.sourceRecord.groupBy({
    by: ["sourceEditionId"],
    _count: true,
    orderBy: { sourceEditionId: "asc" },
  });
  const redirects = await db.slugRedirect.findMany({ omit: { createdAt: true }, orderBy: { fromSlug: "asc" } });
  const places = listings.map(({ searchEntry, ...listing }) => {
    const { listingId: _, ...entry } = searchEntry ?? { listingId: "" };
    return { ...listing, entry };
  });
  return { places, licenses, records, redirects };
}

/** Every row of every table that an import may write, as text: equal when nothing changed. */
export async function tableContents(): Promise<Record<string, string[]>> {
  const contents: Record<string, string[]> = {};
  for (const table of [
    "SourceEdition",
    "SourceRecord",
    "Listing",
    "FactSheet",
    "License",
    "LicenseMatch",
    "Operator",
    "AuditEvent",
  ]) {
    const rows = await db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT t::text AS row FROM "${table}" AS t ORDER BY t.id`,
    );
    contents[table] = rows.map(({ row }) => row);
  }
  return contents;
}

/** Past the triggers that keep imported rows, for this one statement. */
export async function forgetImports(): Promise<void> {
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`TRUNCATE "SourceEdition", "Listing", "License", "Operator" CASCADE`,
  ]);
}
