"use server";
import { revalidatePath } from "next/cache";
import type { ReceiptHolder } from "@/lib/audit/actor";
import { narrowConsent, withdrawOwnConsent } from "@/lib/consents/mutations";
import { inquiryPaths } from "@/lib/inquiries/paths";
import { describeError, logger } from "@/lib/server/logger";
import { openReceipt } from "./access";
import { eraseOwnInquiry, takeCopy } from "./mutations";
import type { ReceiptOutcome } from "./types";

// The token is the authority: whoever has it counts as the person. Each action returns a code, and the page has the
// words.

/** Null when the token opens nothing. */
export async function withdrawAction(token: string): Promise<ReceiptOutcome | null> {
  return change(token, async (holder) => ((await withdrawOwnConsent(holder)) ? "withdrawn" : "already_withdrawn"));
}

/** Limits the consent to the places of these slugs. Null when the token opens nothing. */
export async function narrowAction(token: string, slugs: unknown[]): Promise<ReceiptOutcome | null> {
  const texts = slugs.filter((slug): slug is string => typeof slug === "string");
  return change(token, (holder) => narrowConsent(holder, texts));
}

/** Erases everything about the person; a second request gets the same answer. Null when the token opens nothing. */
export async function eraseAction(token: string): Promise<ReceiptOutcome | null> {
  return change(token, async (holder) => {
    await eraseOwnInquiry(holder);
    return "erased";
  });
}

async function change(
  token: string,
  act: (holder: ReceiptHolder) => Promise<ReceiptOutcome>,
): Promise<ReceiptOutcome | null> {
  try {
    const found = await openReceipt(token);
    if (found.state === "erased") return "erased";
    if (found.state !== "open") return null;
    const outcome = await act(found.holder);
    for (const path of inquiryPaths(found.holder.inquiryId)) revalidatePath(path);
    return outcome;
  } catch (error) {
    logger.error("receipt.not_changed", describeError(error));
    return "unavailable";
  }
}

/** Everything the person sent and everything we did with it, as JSON; null when the token opens nothing (any more). */
export async function copyAction(token: string): Promise<{ fileName: string; json: string } | "unavailable" | null> {
  try {
    const found = await openReceipt(token);
    if (found.state !== "open") return null;
    const { receipt, holder } = found;
    const copy = { ...receipt, sent: await takeCopy(holder) };
    return { fileName: `${receipt.reference}.json`, json: `${JSON.stringify(copy, null, 2)}\n` };
  } catch (error) {
    logger.error("receipt.not_copied", describeError(error));
    return "unavailable";
  }
}
