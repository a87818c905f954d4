"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { FormSender } from "@/lib/audit/actor";
import { MAX_SHORTLISTED } from "@/lib/choices/paths";
import { findChoice } from "@/lib/choices/queries";
import { toNamed, type NamedListing } from "@/lib/facts/listing-title";
import { handOverReceipt } from "./receipt-handover";
import { consumeByIp } from "@/lib/server/ip-limit";
import { describeError, logger } from "@/lib/server/logger";
import { count } from "@/lib/server/metrics";
import type { Limit } from "@/lib/server/rate-limit";
import { textsOf } from "@/lib/shared/form-data";
import type { FormFailure, Refusal } from "@/lib/shared/form-state";
import { isLocale, type Locale } from "@/lib/shared/i18n";
import { HONEYPOT, judgeSpam } from "@/lib/shared/spam";
import { consentOf, currentConsent } from "./consent";
import { newFormKey, readFormKey } from "./inquiry-form-key";
import { submitInquiry, type Submission } from "./mutations";
import { thankYouPath } from "./paths";
import { findKept, findSent } from "./queries";
import { typedValues } from "./inquiry-fields";
import { inquiryErrors, inquirySchema, type SentInquiry } from "./schema";
import type { InquiryContent, InquiryFormState, InquiryShown, SentReference } from "./types";

/** Generous, because everybody in a library or a shelter has the same IP. */
const PER_IP: Limit = { points: 30, seconds: 10 * 60 };

/**
 * Takes an inquiry and redirects to the thank-you page, or answers what to change, with everything that was typed. Also
 * works as a plain form post.
 */
export async function submitInquiryAction(before: InquiryFormState, sent: FormData): Promise<InquiryFormState> {
  // A program can call the action with any values.
  const form = sent instanceof FormData ? sent : new FormData();
  const values = typedValues(form);
  const texts = textsOf(form);
  const locale = isLocale(texts.locale ?? "") ? (texts.locale as Locale) : "en";
  const token = texts.form ?? "";
  const key = readFormKey(token);
  const consent = (key && consentOf(locale, key.consentVersion)) ?? currentConsent(locale);
  const closed = ({ ...before } as { shown?: InquiryShown }).shown?.closed ?? [];
  const shown: InquiryShown = { consentText: consent.text, closed };
  const again = { values, form: key ? token : newFormKey(consent.version), shown };

  const parsed = inquirySchema.safeParse(values);
  if (!parsed.success) {
    countAnswer("invalid");
    return { status: "invalid", fieldErrors: inquiryErrors(parsed.error), ...again };
  }

  const spam = judgeSpam({ honeypot: texts[HONEYPOT] ?? "", formAge: key && Date.now() - key.shownAt });
  const taken = await take({ formRandom: key?.random ?? "" }, parsed.data, { locale, consent, spam });
  countAnswer("fieldErrors" in taken ? "invalid" : "code" in taken ? taken.code : "taken");
  if ("fieldErrors" in taken) {
    const { fieldErrors, ...late } = taken;
    return { status: "invalid", fieldErrors, ...again, shown: { ...shown, ...late } };
  }
  if ("code" in taken) return { status: "failed", ...taken, ...again };
  await handOverReceipt(locale, taken);
  redirect(thankYouPath(locale, taken.reference));
}

function countAnswer(outcome: "taken" | "invalid" | FormFailure): void {
  count("inquiry_answers_total", "What senders of the form were answered", { outcome });
}

/** Gone or closed since the form was shown; nothing else of a form can turn out wrong so late. */
type NoListingLeft =
  { fieldErrors: { place: "placeMissing" } } | { fieldErrors: { place: "placeClosed" }; closed: NamedListing[] };

async function take(
  sender: FormSender,
  sent: SentInquiry,
  shown: Omit<Submission, keyof InquiryContent>,
): Promise<SentReference | Refusal | NoListingLeft> {
  try {
    const { scope, place, share, leaveMessage, preferredWay = null, preferredTime = null, ...input } = sent;
    const named = scope === "named" ? (await findChoice(place, MAX_SHORTLISTED)).places : [];
    if (scope === "named" && named.length === 0) return { fieldErrors: { place: "placeMissing" } };
    const submission: Submission = {
      ...shown,
      input,
      places: named.map(({ id }) => id),
      mayShare: share,
      answering: { leaveMessage, preferredWay, preferredTime },
    };
    const before = await findSent(sender, submission);
    if ("reference" in before) return before;
    const closed = named.filter(({ presence }) => presence !== "open");
    if (closed.length > 0) return { fieldErrors: { place: "placeClosed" }, closed: closed.map(toNamed) };
    const refusal = await refuseIfLimited();
    if (!refusal) return await submitInquiry(sender, submission);
    // Many clicks at once use up what one IP may send, and one of them was taken.
    const kept = await findKept(sender, submission);
    return "reference" in kept ? kept : refusal;
  } catch (error) {
    logger.error("inquiry.not_taken", describeError(error));
    return { code: "unavailable" };
  }
}

/** By IP only: who types somebody else's contact must not be able to keep that person out. */
async function refuseIfLimited(): Promise<Refusal | null> {
  const allowance = await consumeByIp("inquiry_ip", await headers(), PER_IP);
  return allowance.status === "limited"
    ? { code: "limited", retryMinutes: Math.ceil(allowance.retrySeconds / 60) }
    : null;
}
