import "server-only";
import { cache } from "react";
import { headers } from "next/headers";
import { consumeByIp, isLimitedByIp } from "@/lib/server/ip-limit";
import type { Limit } from "@/lib/server/rate-limit";
import { findReceipt } from "./queries";
import type { ReceiptLookup } from "./types";

/** Wrong tokens from one IP; right ones are not counted, so a shelter's own people are not turned away. */
const WRONG_TOKENS: Limit = { points: 30, seconds: 10 * 60 };

/** What a token opens; after many wrong tokens from an IP, we look up nothing for it. */
export const openReceipt = cache(async (token: string): Promise<ReceiptLookup> => {
  const request = await headers();
  if (await isLimitedByIp("receipt_token", request, WRONG_TOKENS)) return { state: "unknown" };
  const found = await findReceipt(token);
  if (found.state === "unknown") await consumeByIp("receipt_token", request, WRONG_TOKENS);
  return found;
});
