import type { EditionDate, ImportSource } from "./edition";
import type { Encoding } from "./encoding";
import type { LostValue, RefusedRow } from "./rows";

export interface ImportRequest {
  file: string;
  source: ImportSource;
  /** The publisher's name for it, such as "2024". */
  edition: string;
  date: EditionDate;
  /** A county of California, as `countyNamed` writes it; null for the whole file. */
  county: string | null;
  /** Does everything, reports it and takes it back. */
  dryRun: boolean;
  /** Imports an edition that names over a tenth fewer places than the one before. */
  confirm?: boolean | undefined;
}

/** How far an import is; `total` may be 0 while it is not known. */
export interface ImportProgress {
  stage: "reading" | "listings" | "facts" | "licenses" | "raw rows" | "matching";
  done: number;
  total: number;
}

export type ReportProgress = (progress: ImportProgress) => void;

/** What an import did to the listings (samhsa) or licenses (dhcs) of its rows. */
export interface Changes {
  new: number;
  changed: number;
  unchanged: number;
  /** Rows of an edition older than what we know: facts stand beside the newer ones, nothing is overwritten. */
  older: number;
}

/** Listings with a license in the state's newest list, and those without. */
export interface MatchCounts {
  address: number;
  phoneAndZip: number;
  /** Of those two, with a license still valid on the day of the state's list. */
  current: number;
  unmatched: number;
  /** Pairs that staff should look at; used for nothing. */
  doubtful: number;
}

/** A column that staff set and the file states otherwise. */
export interface StaffDifference {
  slug: string;
  field: string;
  kept: unknown;
  stated: unknown;
}

/** An edition that names many fewer places than the one before it. */
export interface Fewer {
  /** The one before, and its places. */
  edition: string;
  places: number;
  now: number;
}

export interface ImportReport extends Changes {
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
  /** Codes no code book explains, with the number of rows that have them. */
  unknownCodes: [code: string, rows: number][];
  staffDifferences: StaffDifference[];
  /** Slugs, or license numbers, that the source named before and this newest edition does not. */
  gone: string[];
  matches: MatchCounts;
}
