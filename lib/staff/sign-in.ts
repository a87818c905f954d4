import "server-only";
import { headers } from "next/headers";
import { system } from "@/lib/audit/actor";
import { describeError, logger } from "@/lib/server/logger";
import { count } from "@/lib/server/metrics";
import { consume } from "@/lib/server/rate-limit";
import { knownBrowser, rememberBrowser } from "./known-browser";
import { recordFailedTry, recordSignIn } from "./mutations";
import { findMemberId } from "./queries";
import { signIn } from "./session";
import { forgetTries, mayTry } from "./sign-in-limit";
import type { StaffSession } from "./types";

export type SignInRefusal = "refused" | "too_many" | "unavailable";

/**
 * Signs in whoever knows the password, and knows their browser from then on. The same answer, after the same work, for an
 * unknown account and a wrong password. When tries cannot be counted, or the sign-in itself fails, no password is right.
 */
export async function tryPassword(email: string, password: string): Promise<StaffSession | SignInRefusal> {
  try {
    return await tryCounted(email, password);
  } catch (error) {
    logger.error("staff.sign_in_unavailable", describeError(error));
    countTry("unavailable");
    return "unavailable";
  }
}

async function tryCounted(email: string, password: string): Promise<StaffSession | SignInRefusal> {
  const staffId = await findMemberId(email);
  const browser = staffId && (await knownBrowser(staffId));
  const attempt = { email, staffId, browser };
  const allowance = await mayTry(attempt, await headers());
  if (allowance.status === "limited") {
    countTry("too_many");
    return "too_many";
  }
  const staff = await signIn(email, password);
  if (!staff) {
    await noteWrong(email, staffId, browser === null ? "unknown" : "known");
    return "refused";
  }
  await forgetTries(attempt);
  await rememberBrowser(staff.staffId);
  await recordSignIn(staff);
  countTry("signed_in");
  return staff;
}

/** What somebody typed who is nobody on the staff is kept nowhere; it is counted, which takes as long. */
async function noteWrong(email: string, staffId: string | null, browser: "known" | "unknown"): Promise<void> {
  countTry(staffId ? "wrong_password" : "no_account");
  if (staffId) await recordFailedTry(system("gate"), staffId, browser);
  else await consume("sign-in-nobody", email, { points: 1, seconds: 60 });
}

function countTry(outcome: "signed_in" | "wrong_password" | "no_account" | "too_many" | "unavailable"): void {
  count("staff_sign_ins_total", "Tries to sign in to the staff area", { outcome });
}
