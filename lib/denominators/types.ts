import type { GateReason } from "@/lib/rankings/gates";

/** What stands below the figures of the newest edition: all that we know, ranked or not. */
export interface Denominators {
  editionNumber: number;
  /** Published places of the county. */
  known: number;
  /** Of them, known from the state's list of licenses alone. */
  fromStateList: number;
  rankedPrograms: number;
  rankedMembers: number;
  /** In the order of the gates; only reasons that some place has. */
  notRanked: { reason: GateReason; count: number }[];
  /** Published since the edition. */
  notJudged: number;
  /** That the state's newest list licenses as current; null when none was read. */
  beds: BedCounts | null;
}

export interface BedCounts {
  /** YYYY-MM-DD. */
  listDay: string;
  licensed: number;
  /** At published places. */
  listed: number;
  /** At addresses that the newest edition ranks. */
  ranked: number;
}
