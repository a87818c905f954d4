import type { CodeBook } from "@/lib/imports/code-book";
import type { ImportSource } from "@/lib/imports/edition";

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
