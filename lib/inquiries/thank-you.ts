import "server-only";
import { describeError, logger } from "@/lib/server/logger";
import { findKeptInquiry, findReceiptToken } from "./queries";
import { readHandOver } from "./receipt-handover";
import type { KeptInquiry } from "./types";

/** What the thank-you page shows to the browser that has just sent an inquiry. */
export interface ThankYouShown {
  inquiry: KeptInquiry;
  /** How the person reaches their receipt: by its token, by our mail, or by this page when the database is back. */
  receipt: { token: string } | "mailed" | "later";
}

/**
 * Null to every browser but the one that has just sent the inquiry, whether or not there is one under this reference: a
 * reference is no secret, and proves nothing. Whoever only typed the words of an inquiry gets no way into its receipt.
 * That the inquiry is kept, the browser's cookie says, also while the database is away.
 */
export async function openThankYou(reference: string): Promise<ThankYouShown | null> {
  const handOver = await readHandOver(reference);
  if (!handOver) return null;
  try {
    const inquiry = await findKeptInquiry(reference);
    if (!inquiry) return null;
    const token = handOver.opensReceipt ? await findReceiptToken(reference) : null;
    return { inquiry, receipt: token === null ? "mailed" : { token } };
  } catch (error) {
    logger.error("receipt.not_shown", { reference, ...describeError(error) });
    return { inquiry: { reference, confirmation: null }, receipt: handOver.opensReceipt ? "later" : "mailed" };
  }
}
