import type { AdminError } from "@/lib/staff/types";
import { firstErrors } from "@/lib/shared/form-data";
import { oneLine, severalLines } from "@/lib/shared/text";
import { z } from "@/lib/shared/zod";
import { CORRECTION_FIELDS, CORRECTION_GROUNDS, CORRECTION_TOPICS, type CorrectionField } from "./correction-fields";

export const CORRECTION_STATUSES = ["new", "accepted", "declined", "spam"] as const;

/** Whether staff have said what came of it. */
export function isDecided(status: (typeof CORRECTION_STATUSES)[number]): status is "accepted" | "declined" {
  return status === "accepted" || status === "declined";
}

/** About 300 words: one mistake, not a letter. */
const MAX_WORDS_LENGTH = 2000;
/** The longest email that mail servers must accept (RFC 5321). */
const MAX_EMAIL_LENGTH = 254;
/** One to three sentences in the public log. */
const MAX_NOTE_LENGTH = 1000;

/** Keys of `corrections.errors` in messages/. */
export const CORRECTION_ERRORS = ["topicMissing", "wrongMissing", "tooLong", "groundsMissing", "emailFormat"] as const;
export type CorrectionError = (typeof CORRECTION_ERRORS)[number];

const error = (key: CorrectionError): CorrectionError => key;
const typed = z.unknown().transform((value) => (typeof value === "string" ? value : ""));
const optionalWords = typed
  .transform((text) => severalLines(text) || undefined)
  .pipe(z.string().max(MAX_WORDS_LENGTH, error("tooLong")).optional());

/**
 * What a reporter fills in, for the browser and the server alike. Words come out trimmed, in one Unicode form and
 * without control characters; empty fields come out as undefined. Issues are `CorrectionError` keys.
 */
export const correctionSchema = z.object({
  topic: typed.pipe(z.enum(CORRECTION_TOPICS, error("topicMissing"))),
  wrong: typed
    .transform(severalLines)
    .pipe(z.string().min(1, error("wrongMissing")).max(MAX_WORDS_LENGTH, error("tooLong"))),
  right: optionalWords,
  grounds: typed.pipe(z.enum(CORRECTION_GROUNDS, error("groundsMissing"))),
  evidence: optionalWords,
  email: typed
    .transform((text) => oneLine(text) || undefined)
    .pipe(z.email(error("emailFormat")).max(MAX_EMAIL_LENGTH, error("emailFormat")).optional()),
});

export type CorrectionInput = z.infer<typeof correctionSchema>;

export const correctionErrors = (error: z.ZodError) =>
  firstErrors<CorrectionField, CorrectionError>(CORRECTION_FIELDS, error);

const say = (key: AdminError) => key;
const staffWords = z
  .string()
  .default("")
  .transform(severalLines)
  .pipe(z.string().max(MAX_NOTE_LENGTH, say("tooLong")));

/** Which report, the version of it that staff saw, and what they typed in the form for all decisions. */
export const decided = { id: z.uuid(), version: z.coerce.number().int().positive(), publicNote: staffWords };

/** What staff decide but to accept, which changes the listing too (lib/desk/schema). */
export const decisionSchema = z
  .object({ ...decided, status: z.enum(["declined", "new", "spam"]), declineReason: staffWords })
  .superRefine(({ status, declineReason }, context) => {
    if (status === "declined" && !declineReason)
      context.addIssue({ code: "custom", path: ["declineReason"], message: say("declineReasonMissing") });
  });

/** The staff table's state; it lives in the URL, so anything wrong there falls back. */
export const correctionTableSchema = z.object({
  status: z.enum([...CORRECTION_STATUSES, "all"]).catch("new"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
