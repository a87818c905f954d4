import type { LicenseColumns } from "./state";
import type { Changes } from "./types";

/** A license that an import made, with the date (YYYY-MM-DD) of the edition its columns are from. */
export interface KnownLicense {
  id: string;
  asOf: string;
  columns: LicenseColumns;
}

export interface LicensePlan {
  create: LicenseColumns[];
  /** Whole rows to write. A newer edition that says the same confirms a license: its date moves on. */
  update: (LicenseColumns & { id: string })[];
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

/** What an edition of the state's list changes: the newest edition that names a license states its columns. */
export function planLicenses(
  licenses: readonly LicenseColumns[],
  known: readonly KnownLicense[],
  edition: Edition,
): LicensePlan {
  const byNumber = new Map(known.map((license) => [license.columns.number, license]));
  const plan: LicensePlan = {
    create: [],
    update: [],
    changes: { new: 0, changed: 0, unchanged: 0, older: 0 },
    gone: [],
  };
  for (const columns of licenses) {
    const license = byNumber.get(columns.number);
    const outcome = outcomeOf(columns, license, edition.asOf);
    plan.changes[outcome]++;
    if (!license) plan.create.push(columns);
    else if (outcome === "changed" || license.asOf < edition.asOf) plan.update.push({ ...columns, id: license.id });
  }
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
