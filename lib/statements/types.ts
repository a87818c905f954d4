import type { CodeBook } from "@/lib/sources/code-book";
import type { ImportSource } from "@/lib/sources/source-edition";

/** An imported file that counts: at least one import of it was not taken back. */
export interface StandingEdition {
  id: string;
  source: ImportSource;
  /** The publisher's name for it, such as "2024". */
  edition: string;
  /** YYYY-MM-DD. */
  asOf: string;
  precision: "day" | "year";
  /** Empty for the whole file. */
  county: string;
  /** Numbers of its first and its latest import that were not taken back. */
  first: number;
  number: number;
  book: CodeBook;
  /** Its code book is on record: it was imported after we began to keep them. */
  hasBook: boolean;
}

/** What a raw row of an imported file says of a listing or a license. */
export interface Statement<Said> {
  edition: StandingEdition;
  /** Of several rows of one place in one file, the first counts. */
  line: number;
  said: Said;
}

/** What an import did to the listings (samhsa) or licenses (dhcs) of its rows. */
export interface Changes {
  new: number;
  changed: number;
  unchanged: number;
  /**
   * Rows of an edition that is older than what we know: facts are added beside the newer ones, nothing is overwritten.
   */
  older: number;
}

/** A column that staff set, and for which the file states another value. */
export interface StaffDifference {
  slug: string;
  field: string;
  kept: unknown;
  stated: unknown;
}
