import type { ReceiptHolder } from "@/lib/audit/actor";
import type { ConsentView } from "@/lib/consents/types";
import type { InquiryStatus } from "@/lib/inquiries/types";
import type { Needs, OutreachContact } from "@/lib/outreach/types";

/** What a person sees of their inquiry: nothing that says who they are. */
export interface Receipt {
  reference: string;
  status: InquiryStatus;
  createdAt: Date;
  /** When the receipt stops opening, unless something happens. */
  expiresAt: Date;
  /** What our team noted that the person looks for. */
  needs: Needs;
  /** The newest first; only the newest can be active. */
  consents: ConsentView[];
  /** The newest first. */
  contacts: OutreachContact[];
}

export type ReceiptLookup =
  | { state: "open"; holder: ReceiptHolder; receipt: Receipt }
  | { state: "erased"; reference: string; erasedAt: Date; contacts: OutreachContact[] }
  | { state: "expired" }
  | { state: "unknown" };

/** The result of a button on the receipt; `unavailable`: our fault, and perhaps it was done nevertheless. */
export const RECEIPT_OUTCOMES = [
  "withdrawn",
  "already_withdrawn",
  "narrowed",
  "not_narrowed",
  "none_chosen",
  "erased",
  "unavailable",
] as const;
export type ReceiptOutcome = (typeof RECEIPT_OUTCOMES)[number];

/** How a person asks staff to do for them what they could do on their receipt. */
export const WISH_WAYS = ["phone", "email", "other"] as const;
export type WishWay = (typeof WISH_WAYS)[number];
/**
 * `receipt`: the person did it themselves. `retention`: nobody asked; it had been kept long enough. `replay`: it had been
 * done before, and a restored backup brought the inquiry back.
 */
export type ErasureGround = "receipt" | WishWay | "retention" | "replay";
