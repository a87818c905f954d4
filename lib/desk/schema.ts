import { INQUIRY_STATUSES } from "@/lib/inquiries/types";
import { WISH_WAYS } from "@/lib/receipts/types";
import { severalLines } from "@/lib/shared/text";
import { z } from "@/lib/shared/zod";
import { comingDay, optionalField } from "@/lib/staff/field-rules";
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
