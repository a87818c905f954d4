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
 * The newest edition that covers a county, when it says nothing of a place that an older one named. Such a place may
 * have moved or closed, and nobody has looked yet. A place that no edition named is none of the directory's.
 */
export function leftOutOf(
  county: string | null,
  sheets: readonly Pick<FactSheetView, "source" | "asOf">[],
  editions: readonly DirectoryEdition[],
): DirectoryEdition | null {
  const [newest] = editions
    .filter((edition) => edition.county === "" || edition.county === county)
    .sort((a, b) => b.asOf.localeCompare(a.asOf));
  const named = sheets.filter(({ source }) => source === "samhsa");
  if (!newest || named.length === 0) return null;
  return named.some(({ asOf }) => asOf >= newest.asOf) ? null : newest;
}
