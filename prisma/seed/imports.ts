import { system } from "@/lib/audit/actor";
import { editionDate, type ImportSource } from "@/lib/sources/source-edition";
import { importFile } from "@/lib/imports/jobs";
import { wasImported } from "@/lib/imports/queries";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { db } from "@/lib/server/db";
import type { ReportProgress } from "@/lib/sources/progress";

/**
 * The public files, unchanged; their origin and license: prisma/seed/data/ATTRIBUTION.md. The directory comes first, so
 * that the state's list makes listings only of what the directory does not name.
 */
export const SEED_FILES = [
  { source: "samhsa", edition: "2024", file: "prisma/seed/data/samhsa-national-directory-2024.csv.gz" },
  { source: "dhcs", edition: "2026-08-21", file: "prisma/seed/data/dhcs-sud-facilities-2026-08-21.csv" },
] as const satisfies readonly { source: ImportSource; edition: string; file: string }[];

/**
 * Imports the Los Angeles rows as anyone would. Running it again changes nothing: a corrected file that was imported
 * since stays, and an edition that was taken back stays taken back.
 */
export async function seedImports(progress?: ReportProgress): Promise<void> {
  for (const { source, edition, file } of SEED_FILES) {
    if (await wasImported(db, source, edition)) continue;
    const date = editionDate(source, edition);
    const request = { file, source, edition, date, county: SERVED_COUNTY, dryRun: false };
    await importFile(system("seed"), request, progress);
  }
}
