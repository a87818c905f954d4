import type { LicenseColumns } from "@/lib/sources/state";
import type { Changes } from "./types";

/** A license that an import made, with the date (YYYY-MM-DD) of the edition its columns are from. */
export interface KnownLicense {
  asOf: string;
  columns: LicenseColumns;
}

export interface LicensePlan {
  changes: Changes;
  /** Licenses that this newest edition no longer names. */
  gone: KnownLicense[];
}

interface Edition {
  asOf: string;
  /** The newest date of any edition of the source that was imported; null for the first. */
  newestAsOf: string | null;
  county: string | null;
}

/** What an edition of the state's list changes, to be reported: lib/statements writes it. */
export function planLicenses(
  licenses: readonly LicenseColumns[],
  known: readonly KnownLicense[],
  edition: Edition,
): LicensePlan {
  const byNumber = new Map(known.map((license) => [license.columns.number, license]));
  const plan: LicensePlan = { changes: { new: 0, changed: 0, unchanged: 0, older: 0 }, gone: [] };
  for (const columns of licenses) plan.changes[outcomeOf(columns, byNumber.get(columns.number), edition.asOf)]++;
  const named = new Set(licenses.map(({ number }) => number));
  const isNewest = edition.newestAsOf === null || edition.asOf >= edition.newestAsOf;
  if (isNewest) plan.gone = known.filter((license) => !named.has(license.columns.number) && isGone(license, edition));
  return plan;
}

function outcomeOf(columns: LicenseColumns, license: KnownLicense | undefined, asOf: string): keyof Changes {
  if (!license) return "new";
  if (license.asOf > asOf) return "older";
  const fields = Object.keys(columns) as (keyof LicenseColumns)[];
  return fields.every((field) => license.columns[field] === columns[field]) ? "unchanged" : "changed";
}

function isGone({ asOf, columns }: KnownLicense, edition: Edition): boolean {
  return asOf < edition.asOf && (edition.county === null || columns.county === edition.county);
}
