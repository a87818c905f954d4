import type { DownloadCause } from "@/lib/server/download";
import type { ProposedChanges } from "@/lib/rankings/proposed-changes";
import type { EditionDate, ImportSource } from "@/lib/sources/source-edition";

/** The public files that we look for. */
export const SOURCE_KEYS = ["samhsa", "dhcs", "samhsa-otp"] as const;
export type SourceKey = (typeof SOURCE_KEYS)[number];

/** Everything that is special about one public file. */
export interface SourceAdapter {
  key: SourceKey;
  publisher: string;
  title: string;
  /** The page about it, for people. */
  landingUrl: string;
  cadence: "yearly" | "monthly" | "live";
  license: "public_domain" | "cc_by_4";
  /** Whose editions it brings; null when it is only compared with our listings. */
  feeds: ImportSource | null;
  maxBytes: number;
  /** Whom it may lead to. */
  hosts: readonly string[];
  /**
   * Where its newest edition is, as far as the publisher says.
   * @param look the text of a page of the publisher
   */
  locate: (look: (url: string) => Promise<string>) => Promise<Located>;
  /**
   * What the edition is called, and the moment that it describes.
   * @param fetchedOn YYYY-MM-DD
   * @throws ImportFailure when the URL does not tell
   */
  editionOf: (url: string, fetchedOn: string) => SourceEditionName;
  /**
   * The file as our importer reads it; of equal contents always the same bytes.
   * @throws ImportFailure when columns are missing
   */
  toFile: (bytes: Buffer) => Buffer;
}

export interface Located {
  url: string;
  /** What is worth knowing of how it was found. */
  note?: string;
}

export interface SourceEditionName {
  edition: string;
  date: EditionDate;
}

/** Why nothing came of a look: the file did not arrive, or it is another than we can read. */
export type RefreshCause = DownloadCause | "web_page" | "unreadable";

/** What came of a look for a newer edition. The words are for staff. */
export type RefreshResult = { source: SourceKey; url: string; notes: string[] } & (
  | { outcome: "proposed"; proposal: number; report: string[]; effect: ProposedChanges | null }
  | { outcome: "nothing_new"; words: string }
  | { outcome: "failed"; cause: RefreshCause; words: string }
);

/** What a proposal is made of. */
export interface NewProposal {
  source: SourceKey;
  url: string;
  fileName: string;
  /** As they were published. */
  bytes: Buffer;
  /** SHA-256 of `toFile`, hex. */
  contentChecksum: string;
  name: SourceEditionName;
  report: string[];
  /** What it would change of the ranking; null for what is only compared, and before the first method. */
  effect: ProposedChanges | null;
}

/** A proposal as it is listed; dates are YYYY-MM-DD. */
export interface ProposalEntry {
  number: number;
  source: SourceKey;
  url: string;
  fetchedAt: Date;
  fileName: string;
  /** Bytes, as they were published. */
  size: number;
  /** SHA-256 of the published bytes, hex. */
  checksum: string;
  edition: string;
  asOf: string;
  asOfPrecision: "day" | "year";
  report: string[];
  effect: ProposedChanges | null;
  status: "open" | "accepted" | "superseded" | "rejected";
  decidedAt: Date | null;
  importNumber: number | null;
}

/** The last look at a source. */
export interface LastLook {
  at: Date;
  outcome: RefreshResult["outcome"];
  cause: RefreshCause | null;
  words: string[];
  /** SHA-256 of the published bytes, hex; null when none arrived that we could use. */
  checksum: string | null;
}

/** Its date is YYYY-MM-DD. */
export interface NewestEdition {
  edition: string;
  asOf: string;
  precision: "day" | "year";
}

/** A source as staff see it. */
export interface SourceForStaff extends Pick<
  SourceAdapter,
  "key" | "publisher" | "title" | "landingUrl" | "cadence" | "license"
> {
  /** The newest that is imported; null before the first. */
  edition: NewestEdition | "compared" | null;
  lastLook: LastLook | null;
  open: ProposalEntry | null;
}
