import type { FactSheetView } from "@/lib/facts/facts";
import { newestCovering, type ImportedEdition } from "./covering";

/** An edition of the federal directory that was imported. */
export type DirectoryEdition = ImportedEdition;

/**
 * The newest edition that covers a county, when it says nothing of a place that an older one named. Such a place may
 * have moved or closed, and nobody has looked yet. A place that no edition named is none of the directory's.
 */
export function leftOutOf(
  county: string | null,
  sheets: readonly Pick<FactSheetView, "source" | "asOf">[],
  editions: readonly DirectoryEdition[],
): DirectoryEdition | null {
  const newest = newestCovering(county, editions);
  const named = sheets.filter(({ source }) => source === "samhsa");
  if (!newest || named.length === 0) return null;
  return named.some(({ asOf }) => asOf >= newest.asOf) ? null : newest;
}
