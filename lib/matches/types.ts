import type { Shared } from "./unexplained";

/** Listings with a license in the state's newest list, and those without. */
export interface MatchCounts {
  ownAddress: number;
  additionalLocation: number;
  operatorAndZip: number;
  /** Of those three, with a license still valid on the day of the state's list. */
  current: number;
  unmatched: number;
  /** Pairs that earn nothing: a license at the address under another name. */
  otherName: number;
  /** Pairs that earn nothing: the phone number stands on a license for another address. */
  otherAddress: number;
}

/** A license that shares something with a listing and is not its own: why, or what staff noted. */
export interface ExplainedLicense extends Shared {
  note: { note: string; evidence: string } | null;
}
