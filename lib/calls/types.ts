import type { AdmissionFact } from "@/lib/admissions/types";
import type { AdmissionAnswer } from "@/lib/admissions/questions";
import type { Fact } from "@/lib/facts/facts";
import type { TitledListing } from "@/lib/facts/listing-title";
import type { FactAnswer } from "@/lib/listings/schema";

/** A call that somebody made who may not change listings. */
export interface ProposedCall {
  id: string;
  listing: TitledListing & { id: string };
  evidence: string;
  /** YYYY-MM-DD. */
  asOf: string;
  /** Null when who called has left. */
  caller: string | null;
  proposedAt: Date;
  answers: FactAnswer[];
  admissions: AdmissionAnswer[];
}

/** The same for who decides: beside each answer what our records say now. */
export interface CallToDecide extends ProposedCall {
  known: Fact[];
  knownAdmissions: AdmissionFact[];
  /** Whoever decides declared a conflict of interest with the place. */
  isLeftToOthers: boolean;
}

/** One's own, with what became of it. */
export interface OwnCall extends ProposedCall {
  decision: "accepted" | "refused" | null;
  decidedAt: Date | null;
  /** Of a refusal. */
  reason: string | null;
}

export type CallDecision =
  | { outcome: "decided"; slug: string }
  /** `caller_interested`: whoever called has declared a conflict of interest with the place since. */
  | { outcome: "gone" | "interested" | "caller_interested" };
