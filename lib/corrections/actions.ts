"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { FormSender } from "@/lib/audit/actor";
import { remakePages } from "@/lib/server/remake-pages";
import { newFormKey, readFormKey } from "@/lib/server/form-key";
import { consumeByIp } from "@/lib/server/ip-limit";
import { describeError, logger } from "@/lib/server/logger";
import type { Limit } from "@/lib/server/rate-limit";
import { textsOf } from "@/lib/shared/form-data";
import type { Refusal } from "@/lib/shared/form-state";
import { isLocale, localizedPath, type Locale } from "@/lib/shared/i18n";
import { HONEYPOT, judgeSpam } from "@/lib/shared/spam";
import { reportCorrection, type Report } from "./mutations";
import { CORRECTION_FORM, thanksPath } from "./paths";
import { findCorrectable, findKept } from "./queries";
import { typedValues } from "./correction-fields";
import { correctionErrors, correctionSchema } from "./schema";
import type { CorrectionFormState } from "./types";

/** Generous, because everybody in a clinic or a library has the same IP. */
const PER_IP: Limit = { points: 20, seconds: 10 * 60 };

/**
 * Takes a report about the listing at `slug`, and redirects to the thanks; or answers what to change, with everything
 * that was typed. Also works as a plain form post. For a listing that is gone it redirects to the listing's page.
 */
export async function reportCorrectionAction(_: CorrectionFormState, sent: FormData): Promise<CorrectionFormState> {
  // A program can call the action with any values.
  const form = sent instanceof FormData ? sent : new FormData();
  const values = typedValues(form);
  const texts = textsOf(form);
  const locale = isLocale(texts.locale ?? "") ? (texts.locale as Locale) : "en";
  const slug = texts.listing ?? "";
  const key = readFormKey(CORRECTION_FORM, texts.form ?? "");
  const again = { values, form: key ? (texts.form ?? "") : newFormKey(CORRECTION_FORM) };

  const parsed = correctionSchema.safeParse(values);
  if (!parsed.success) return { status: "invalid", fieldErrors: correctionErrors(parsed.error), ...again };

  const spam = judgeSpam({ honeypot: texts[HONEYPOT] ?? "", formAge: key && Date.now() - key.shownAt });
  const taken = await take({ formRandom: key?.random ?? "" }, slug, { input: parsed.data, locale, spam });
  if ("code" in taken) return { status: "failed", ...taken, ...again };
  if ("isGone" in taken) redirect(localizedPath(locale, `/listings/${encodeURIComponent(slug)}`));
  // The page of the place says that a report waits.
  remakePages("correction", [`/listings/${slug}`]);
  redirect(thanksPath(locale, slug, taken.reference));
}

async function take(
  sender: FormSender,
  slug: string,
  sent: Omit<Report, "listingId">,
): Promise<{ reference: string } | { isGone: true } | Refusal> {
  try {
    const listingId = await findCorrectable(slug);
    if (!listingId) return { isGone: true };
    const kept = await findKept(listingId, sent.input);
    return kept ?? (await refuseIfLimited()) ?? (await reportCorrection(sender, { ...sent, listingId }));
  } catch (error) {
    logger.error("correction.not_taken", describeError(error));
    return { code: "unavailable" };
  }
}

async function refuseIfLimited(): Promise<Refusal | null> {
  const allowance = await consumeByIp("correction_ip", await headers(), PER_IP);
  return allowance.status === "limited"
    ? { code: "limited", retryMinutes: Math.ceil(allowance.retrySeconds / 60) }
    : null;
}
