import type { AsOfPrecision, FactSource } from "@/lib/facts/facts";

/** A public file whose answers an edition was computed from. Days are YYYY-MM-DD. */
export interface SourceFile {
  source: FactSource;
  /** The publisher's name for it, such as "2024". */
  edition: string;
  /** What its answers describe; of the state's list, the day it was retrieved. */
  asOf: string;
  asOfPrecision: AsOfPrecision;
  /** When it came into our records, in Los Angeles. */
  importedOn: string;
}
