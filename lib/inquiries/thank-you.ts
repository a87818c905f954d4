import "server-only";
import { headers } from "next/headers";
import { clientIp } from "@/lib/server/client-ip";
import { consume, isLimited, type Limit } from "@/lib/server/rate-limit";
import { findKeptInquiry } from "./queries";
import { handedOverReceipt } from "./receipt-handover";
import type { KeptInquiry } from "./types";

/** References from one IP whose browser did not send them; the page of who has just sent an inquiry is not counted. */
const FOREIGN_REFERENCES: Limit = { points: 30, seconds: 10 * 60 };

/**
 * What the thank-you page may show. Null to every browser but the one that has just sent the inquiry, whether or not
 * there is one under this reference: a reference is no secret, and proves nothing.
 */
export async function openThankYou(reference: string): Promise<{ inquiry: KeptInquiry; token: string } | null> {
  const ip = clientIp(await headers());
  if (await isLimited("thank_you_reference", ip, FOREIGN_REFERENCES)) return null;
  const token = await handedOverReceipt(reference);
  const inquiry = token && (await findKeptInquiry(reference));
  if (inquiry) return { inquiry, token };
  await consume("thank_you_reference", ip, FOREIGN_REFERENCES);
  return null;
}
