import type { AsOfPrecision } from "@/lib/facts/facts";

/** An edition of the federal directory or of the state's list. */
export interface ImportedEdition {
  /** Whose rows were imported; empty for all. */
  county: string;
  /** YYYY-MM-DD. */
  asOf: string;
  asOfPrecision: AsOfPrecision;
}

/** The newest of the editions that cover a county. A list of another county says nothing about this one. */
export function newestCovering(county: string | null, editions: readonly ImportedEdition[]): ImportedEdition | null {
  const [newest] = editions
    .filter((edition) => edition.county === "" || edition.county === county)
    .toSorted((a, b) => b.asOf.localeCompare(a.asOf));
  return newest ?? null;
}
