import { listingUrl } from "@/lib/staff/field-rules";
import type { AdminError } from "@/lib/staff/types";
import { oneLine } from "@/lib/shared/text";
import { z } from "@/lib/shared/zod";

/** The longest value in the public files is under 120; twice that stops a pasted page, and no real value. */
const MAX_LINE_LENGTH = 240;
const MAX_LEGAL_ENTITIES = 50;

const say = (error: AdminError) => error;

/** Which operator, and the version of it that staff saw. */
const target = { id: z.uuid(), version: z.coerce.number().int().positive() };

export const operatorSchema = z.object({
  ...target,
  name: z
    .string()
    .transform(oneLine)
    .pipe(z.string().min(1, say("operatorNameMissing")).max(MAX_LINE_LENGTH, say("tooLong"))),
  /** One a line, as the state writes them; each once. */
  legalEntities: z
    .string()
    .transform((text) => [...new Set(text.split("\n").map(oneLine))].filter((line) => line !== ""))
    .pipe(z.array(z.string().max(MAX_LINE_LENGTH, say("tooLong"))).max(MAX_LEGAL_ENTITIES, say("tooLong"))),
});
export type OperatorInput = z.infer<typeof operatorSchema>;
export type OperatorField = "name" | "legalEntities";
export const OPERATOR_FIELDS = ["name", "legalEntities"] as const satisfies readonly OperatorField[];
/** An operator as its form shows it. */
export type OperatorValues = Record<OperatorField, string>;

/** Another operator that is the same one, by its slug, and the version of it that staff saw. */
export const mergeSchema = z.object({
  ...target,
  other: z.string().max(1_000),
  otherVersion: z.coerce.number().int().positive(),
});

export type MergeInput = z.infer<typeof mergeSchema>;

/** One of its names, as it is compared. */
export const nameSchema = z.object({ ...target, key: z.string().max(1_000) });
export type NameInput = z.infer<typeof nameSchema>;

/** A listing that it runs although the listing's name does not say so, by the URL of its page. */
export const givenListingSchema = z.object({ ...target, listing: listingUrl });

export type GivenListingInput = z.infer<typeof givenListingSchema>;

export const releasedListingSchema = z.object({ ...target, listingId: z.uuid() });
export type ReleasedListingInput = z.infer<typeof releasedListingSchema>;

/** The admin table's state; it lives in the URL, so anything wrong there falls back. */
export const operatorTableSchema = z.object({
  q: z.string().trim().max(MAX_LINE_LENGTH).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type OperatorTable = z.infer<typeof operatorTableSchema>;

/** What the page of an operator is asked for: other operators by words of their name, or one of them to merge. */
export const operatorPageSchema = z.object({
  find: z.string().trim().max(MAX_LINE_LENGTH).catch(""),
  merge: z.string().max(1_000).catch(""),
});
