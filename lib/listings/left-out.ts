import type { AsOfPrecision, FactSheetView } from "@/lib/facts/facts";

/** An edition of the federal directory that was imported. */
export interface DirectoryEdition {
  /** Whose rows were imported; empty for all. */
  county: string;
  /** YYYY-MM-DD. */
  asOf: string;
  asOfPrecision: AsOfPrecision;
}

/**
 * The newest edition that covers a county, when it does not name a place that an older one named. The place may have
 * moved or closed, and nobody has looked yet.
 */
export function leftOutOf(
  county: string | null,
  sheets: readonly Pick<FactSheetView, "source" | "asOf">[],
  editions: readonly DirectoryEdition[],
): DirectoryEdition | null {
  const [newest] = editions
    .filter((edition) => edition.county === "" || edition.county === county)
    .sort((a, b) => b.asOf.localeCompare(a.asOf));
  if (!newest) return null;
  return sheets.some(({ source, asOf }) => source === "samhsa" && asOf >= newest.asOf) ? null : newest;
}
