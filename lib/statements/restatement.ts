import type { SiteColumns } from "@/lib/sources/federal";
import type { PublicationStatus } from "@/prisma/generated/enums";
import type { StatedSheet, StatedSite } from "./standing";

/** A listing that imports made, as it is in the database. */
export interface StoredSite {
  id: string;
  siteKey: string | null;
  status: PublicationStatus;
  staffFields: string[];
  columns: SiteColumns;
  /** The federal directory's only. */
  sheets: (StatedSheet & { id: string })[];
}

/** What must be written so that a listing is what the rows state. */
export interface SiteChange {
  id: string;
  /** Null when the columns are right already. */
  row: { siteKey: string; status: PublicationStatus; columns: SiteColumns } | null;
  sheets: StatedSheet[];
  removeSheets: string[];
  /** Whether anything changes that people can read; a change of the file that says it does not count. */
  isVisible: boolean;
}

/** When staff decide about publication, the status is theirs, like any column that they set. */
export const isStatusOfStaff = (staffFields: readonly string[]) => staffFields.includes("status");

/**
 * Staff's columns and status stay as staff set them.
 * @param isKept whether a sheet without a row stays nevertheless
 */
export function changeOf(
  stored: StoredSite,
  stated: StatedSite,
  isKept: (sheet: StatedSheet) => boolean = () => false,
): SiteChange {
  const dates = new Set(stated.sheets.map(({ asOf }) => asOf));
  const others = stored.sheets.filter(({ asOf }) => !dates.has(asOf));
  const sheets = stated.sheets.filter((sheet) => {
    const before = stored.sheets.find(({ asOf }) => asOf === sheet.asOf);
    return !before || !isSameSheet(before, sheet) || before.sourceEditionId !== sheet.sourceEditionId;
  });
  const removeSheets = others.filter((sheet) => !isKept(sheet)).map(({ id }) => id);
  // Its columns are from that newer sheet's edition.
  const isOlder = others.some((sheet) => isKept(sheet) && sheet.asOf > stated.newestAsOf);
  const row = isOlder ? null : rowOf(stored, stated);
  const isNewAnswer = (sheet: StatedSheet) =>
    !stored.sheets.some((before) => before.asOf === sheet.asOf && isSameSheet(before, sheet));
  const isVisible = row !== null || removeSheets.length > 0 || sheets.some(isNewAnswer);
  return { id: stored.id, row, sheets, removeSheets, isVisible };
}

function rowOf(stored: StoredSite, { siteKey, columns, status }: StatedSite): SiteChange["row"] {
  const row = {
    siteKey,
    status: isStatusOfStaff(stored.staffFields) ? stored.status : status,
    columns: withStaffColumns(stored, columns),
  };
  const before = { siteKey: stored.siteKey, status: stored.status, columns: stored.columns };
  const fields = Object.keys(columns) as (keyof SiteColumns)[];
  const isSame =
    row.siteKey === before.siteKey &&
    row.status === before.status &&
    fields.every((field) => JSON.stringify(row.columns[field]) === JSON.stringify(before.columns[field]));
  return isSame ? null : row;
}

/** What is stated, but for columns that staff set by hand. */
export function withStaffColumns(
  { staffFields, columns }: Pick<StoredSite, "staffFields" | "columns">,
  stated: SiteColumns,
): SiteColumns {
  const fields = (Object.keys(stated) as (keyof SiteColumns)[]).filter((field) => staffFields.includes(field));
  return { ...stated, ...Object.fromEntries(fields.map((field) => [field, columns[field]])) };
}

function isSameSheet(a: StatedSheet, b: StatedSheet): boolean {
  return (["yes", "no", "unrecognised"] as const).every((list) => a[list].join(" ") === b[list].join(" "));
}
