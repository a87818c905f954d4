import type { MatchAgreement, MatchBasis, MatchCertainty } from "@/prisma/generated/enums";
import type { AsOfPrecision, Fact, FactSource } from "@/lib/facts/facts";
import type { ListingKind } from "@/lib/facts/kind";
import type { Position } from "@/lib/facts/position";
import type { EditionHead, ExcludedListing, RankedProgram } from "@/lib/rankings/types";

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

/** An answer, and the edition of the file that gives it; null for answers of our staff. */
export interface OpenFact extends Fact {
  edition: string | null;
}

/** A license of a place's own. Days are YYYY-MM-DD. */
export interface OpenLicense {
  number: string;
  issuedTo: string;
  isLicensed: boolean;
  isCertified: boolean;
  offersDetox: boolean;
  /** The class, as the state writes it: lib/facts/license-class. */
  settingCode: string;
  beds: number | null;
  /** Who may come, as the state writes it. */
  population: string | null;
  medicalServices: boolean | null;
  /** Null when the state gives none. */
  lastDay: string | null;
  /** The day of the state's list that has it. */
  listedOn: string;
  /** On the day of the list. */
  current: boolean;
  basis: Exclude<MatchBasis, "other_name" | "other_address">;
  agreement: MatchAgreement[];
  certainty: MatchCertainty;
}

/** What the newest edition says of a listing. */
export type OpenRanking =
  | { status: "ranked"; program: RankedProgram }
  | ({ status: "not_ranked" } & Pick<ExcludedListing, "reason" | "detail" | "closedReason">);

/** Everything that is open about a published place. Days are YYYY-MM-DD. */
export interface OpenListing {
  slug: string;
  name: string;
  unit: string | null;
  /** Empty for a confidential site. */
  street: string;
  street2: string | null;
  isConfidential: boolean;
  city: string;
  state: string;
  zip: string;
  county: string | null;
  kind: ListingKind;
  fromStateList: boolean;
  /** E.164. */
  phones: { number: string; extension: string | null; use: "main" | "intake" }[];
  /** Of a confidential site at most the middle of its ZIP. */
  position: Position | null;
  closed: { on: string; reason: string | null } | null;
  operator: { slug: string; name: string; legalEntities: string[] } | null;
  /** By code; what is missing is unknown. */
  facts: ReadonlyMap<string, OpenFact>;
  /** The newest edition of the federal directory that names it. */
  directory: string | null;
  licenses: OpenLicense[];
  /** Null when the newest edition does not know it. */
  ranking: OpenRanking | null;
}

/** All that is open about the published places at one moment. */
export interface OpenRecords {
  /** Null before the first. */
  edition: EditionHead | null;
  /** By slug. */
  listings: OpenListing[];
}
