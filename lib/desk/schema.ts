import { answeredFacts, factAnswers } from "@/lib/calls/schema";
import { decided } from "@/lib/corrections/schema";
import { ATTRIBUTES } from "@/lib/facts/attributes";
import { FACT_VALUES } from "@/lib/facts/facts";
import { INQUIRY_STATUSES } from "@/lib/inquiries/types";
import { factCheckSchema, type FactAnswer } from "@/lib/listings/schema";
import { WISH_WAYS } from "@/lib/receipts/types";
import { LOCALES } from "@/lib/shared/locales";
import { severalLines } from "@/lib/shared/text";
import { z } from "@/lib/shared/zod";
import { comingDay, optionalField, pastDay } from "@/lib/staff/field-rules";
import type { AdminError } from "@/lib/staff/types";
import { RE_CHECK_REASONS } from "./types";

/** As long as a person's own message may be. */
export const MAX_NOTE_LENGTH = 4000;
/** Longer than any email or number. */
const MAX_SEARCHED_LENGTH = 254;

const say = (error: AdminError) => error;
const emptyAsNull = (text: string) => text || null;

/** What staff decide about an inquiry: state, who works on it, until when, and whether the person has been answered. */
export const workSchema = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().positive(),
  status: z.enum(INQUIRY_STATUSES),
  assigneeId: z.string().max(100).transform(emptyAsNull).default(null),
  dueOn: optionalField(comingDay).default(null),
  answered: z.literal("on").optional(),
});

const moment = z.iso.datetime().transform((text) => new Date(text));

/** What the audit has of such a decision: of each side, the fields that it changed. */
export const loggedWorkSchema = z
  .object({
    status: z.enum(INQUIRY_STATUSES),
    assigneeId: z.string().nullable(),
    dueAt: moment.nullable(),
    firstAnsweredAt: moment.nullable(),
  })
  .partial();

export const noteSchema = z.object({
  id: z.uuid(),
  text: z
    .string()
    .transform(severalLines)
    .pipe(z.string().min(1, say("noteMissing")).max(MAX_NOTE_LENGTH, say("tooLong"))),
});

/** A reference, an e-mail address, a phone number or a contact's number, as somebody tells it. */
export const searchSchema = z.object({
  sought: z.string().trim().min(1, say("soughtMissing")).max(MAX_SEARCHED_LENGTH, say("soughtFormat")),
});

/** How a person asked for something that cannot be undone, and that staff made sure it was them. */
export const wishSchema = z.object({
  id: z.uuid(),
  way: z.enum(WISH_WAYS, say("wayMissing")),
  sure: z.literal("on", say("sureMissing")),
});

/** The state of the table of places to check again; it lives in the URL, so anything wrong there falls back. */
export const reCheckTableSchema = z.object({
  reason: z.enum(RE_CHECK_REASONS).or(z.literal("")).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

const optionalChoice = (values: readonly string[], error: AdminError) =>
  z
    .string()
    .default("")
    .refine((value) => value === "" || values.includes(value), say(error));

/**
 * A correction that is accepted: the facts that were answered, and what everybody reads of it. The fields of the listing
 * are checked by the listing's own schema.
 */
export const acceptanceSchema = z
  .object({
    ...decided,
    outcome: z.enum(["changed", "nothing"], say("outcomeMissing")),
    hidesOld: z.literal("on").optional(),
    locale: z.enum(LOCALES).default("en"),
    ...factAnswers,
    attribute: optionalChoice([...ATTRIBUTES.keys()], "attributeMissing"),
    value: optionalChoice(FACT_VALUES, "factValueMissing"),
    evidence: z.string().default(""),
    asOf: z.string().default(""),
  })
  .superRefine((input, context) => {
    const wants = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    const { outcome, publicNote, attribute, value, evidence, asOf } = input;
    if (outcome === "nothing" && !publicNote) wants("publicNote", say("nothingNoteMissing"));
    if (attribute && !value) wants("value", say("factValueMissing"));
    if (value && !attribute) wants("attribute", say("attributeMissing"));
    if (answeredFacts(input).some((answer) => answer.attribute === attribute)) wants("attribute", say("answeredTwice"));
    if (answersOf(input).length === 0) return;
    for (const [field, rule, text] of [
      ["evidence", factCheckSchema.shape.evidence, evidence],
      ["asOf", pastDay, asOf],
    ] as const) {
      const message = rule.safeParse(text).error?.issues[0]?.message;
      if (message) wants(field, message);
    }
  })
  .transform((input) => ({ ...input, asOf: pastDay.safeParse(input.asOf).data ?? input.asOf }));

export type AcceptanceInput = z.infer<typeof acceptanceSchema>;

/** The facts that were answered for a correction: of the questions, and one more. */
export function answersOf(
  input: Parameters<typeof answeredFacts>[0] & { attribute: string; value: string },
): FactAnswer[] {
  const value = FACT_VALUES.find((each) => each === input.value);
  return [...answeredFacts(input), ...(value && input.attribute ? [{ attribute: input.attribute, value }] : [])];
}
