import type { CodeBook } from "@/lib/sources/code-book";
import type { ImportSource } from "@/lib/sources/source-edition";

/** An imported file that counts: an import of it stands. */
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
  /** Numbers of its first and its latest import that stand. */
  first: number;
  number: number;
  book: CodeBook;
  /** Its book is on record: it was imported since books are kept. */
  hasBook: boolean;
}

/** What a raw row of an imported file says of a listing or a license. */
export interface Statement<Said> {
  edition: StandingEdition;
  /** Of rows that are one place in one file the first counts. */
  line: number;
  said: Said;
}

/** What an import did to the listings (samhsa) or licenses (dhcs) of its rows. */
export interface Changes {
  new: number;
  changed: number;
  unchanged: number;
  /** Rows of an edition older than what we know: facts stand beside the newer ones, nothing is overwritten. */
  older: number;
}

/** A column that staff set and the file states otherwise. */
export interface StaffDifference {
  slug: string;
  field: string;
  kept: unknown;
  stated: unknown;
}
