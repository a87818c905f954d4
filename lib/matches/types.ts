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
