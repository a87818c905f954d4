import "server-only";
import { headers } from "next/headers";
import { consumeByIp, isLimitedByIp } from "@/lib/server/ip-limit";
import type { Limit } from "@/lib/server/rate-limit";
import { findKeptInquiry } from "./queries";
import { handedOverReceipt, hasHandOver } from "./receipt-handover";
import type { KeptInquiry } from "./types";

/** References from one IP, with a receipt that is not theirs. A browser without any receipt makes us look up nothing. */
const FOREIGN_REFERENCES: Limit = { points: 30, seconds: 10 * 60 };

/**
 * What the thank-you page may show. Null to every browser but the one that has just sent the inquiry, whether or not
 * there is one under this reference: a reference is no secret, and proves nothing.
 */
export async function openThankYou(reference: string): Promise<{ inquiry: KeptInquiry; token: string } | null> {
  if (!(await hasHandOver())) return null;
  const request = await headers();
  if (await isLimitedByIp("thank_you_reference", request, FOREIGN_REFERENCES)) return null;
  const token = await handedOverReceipt(reference);
  const inquiry = token && (await findKeptInquiry(reference));
  if (inquiry) return { inquiry, token };
  await consumeByIp("thank_you_reference", request, FOREIGN_REFERENCES);
  return null;
}
