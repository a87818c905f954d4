import type { LicensedListingCounts } from "@/lib/licensed-listings/types";
import type { MatchCounts } from "@/lib/matches/types";
import type { Changes, StaffDifference } from "@/lib/statements/types";
import type { CodeBook } from "@/lib/sources/code-book";
import type { StrangeCount } from "@/lib/sources/code-counts";
import type { EditionDate, ImportSource } from "@/lib/sources/source-edition";
import type { Encoding } from "@/lib/sources/encoding";
import type { Apart, LostValue, RefusedRow } from "@/lib/sources/rows";

export interface ImportRequest {
  file: string;
  source: ImportSource;
  /** The publisher's name for it, such as "2024". */
  edition: string;
  date: EditionDate;
  /** A county of California, as `countyNamed` writes it; null for the whole file. */
  county: string | null;
  /** Does everything, reports it and rolls it back. */
  dryRun: boolean;
  /** Imports an edition that names over a tenth fewer places than the one before. */
  confirm?: boolean | undefined;
}

/** An edition that names many fewer places than the one before it. */
export interface Fewer {
  /** The one before, and its places. */
  edition: string;
  places: number;
  now: number;
}

export interface ImportReport extends Changes {
  /** The number to take it back by. */
  number: number;
  request: ImportRequest;
  /** What the file's text was read as; null for a workbook. */
  encoding: Encoding | null;
  fewer: Fewer | null;
  /** Rows in the file, the header apart. */
  rows: number;
  skipped: { mental_health: number; other_county: number };
  refused: RefusedRow[];
  lost: LostValue[];
  listedTwice: { line: number; sameAs: number }[];
  /** Rows alike in name and address that differ in an answer, or in a phone alone: each is a listing of its own. */
  apart: { differ: Apart["differ"]; lines: number[]; slugs: string[] }[];
  /** Codes no code book explains, with the number of rows that have them. */
  unknownCodes: [code: string, rows: number][];
  /** Where the edition's code book is from, and the attributes that it did not ask about; null for the state's list. */
  book: { origin: CodeBook["origin"]; notAsked: string[] } | null;
  /** Codes that this file names far more rarely, or more often, than the edition before or after. */
  strangeCounts: StrangeCount[];
  staffDifferences: StaffDifference[];
  /** Slugs, or license numbers, that the source named before and this newest edition does not. */
  gone: string[];
  /** Slugs, or license numbers, that only an earlier import of the same edition had: they are off the site. */
  withdrawn: string[];
  /** Pairs of listings that may be one place, and wait for staff to say. */
  duplicates: number;
  matches: MatchCounts;
  licensedListings: LicensedListingCounts;
}

/** What each source finds for itself; the rest of a report is alike. */
export type ImportOutcome = Omit<
  ImportReport,
  | "number"
  | "request"
  | "encoding"
  | "rows"
  | "skipped"
  | "refused"
  | "lost"
  | "listedTwice"
  | "matches"
  | "licensedListings"
  | "duplicates"
>;

/** An import on record. */
export interface ImportEntry {
  number: number;
  source: ImportSource;
  edition: string;
  /** YYYY-MM-DD. */
  asOf: string;
  /** Empty for the whole file. */
  county: string;
  fileName: string;
  rows: number;
  at: Date;
  takenBackAt: Date | null;
}

/** What taking an import back did. */
export interface TakeBackReport {
  entry: ImportEntry;
  dryRun: boolean;
  rawRows: number;
  listings: {
    /** Slugs of those that nothing else refers to. */
    removed: string[];
    /** Slugs of those that are off the site and stay on record, because something else refers to them. */
    archived: string[];
    /** Listings that an earlier import of the edition had, and that are back. */
    returned: number;
    changed: number;
  };
  /** Listings that the public sees now and did not see before, and the other way round; those of the state's list too. */
  site: { returned: number; left: number };
  facts: { removed: number; written: number };
  licenses: { removed: number; written: number };
  licensedListings: LicensedListingCounts;
  /** Matches and positions that changed. */
  matches: number;
}
