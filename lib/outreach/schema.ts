import { SHARED_FIELDS } from "@/lib/consents/types";
import { z } from "@/lib/shared/zod";
import type { AdminError } from "@/lib/staff/types";
import { knownNeeds } from "./needs";
import { OUTREACH_OUTCOMES, OUTREACH_STEPS } from "./types";

const say = (error: AdminError) => error;

/** What is ticked; a box of the form is called by its need. */
export const needsSchema = z
  .object({
    id: z.uuid(),
    version: z.coerce.number().int().positive(),
    near: z
      .string()
      .trim()
      .regex(/^(\d{5})?$/, say("zipFormat"))
      .transform((text) => text || null)
      .default(null),
  })
  .catchall(z.string())
  .transform(({ id, version, near, ...ticked }) => ({ id, version, near, codes: knownNeeds(Object.keys(ticked)) }));

/** A contact that is being made. By phone only: of no place an e-mail address is known. */
export const contactSchema = z
  .object({ inquiryId: z.uuid(), listingId: z.uuid(), way: z.literal("call") })
  .catchall(z.string())
  .transform(({ inquiryId, listingId, way, ...ticked }) => {
    return { inquiryId, listingId, way, shared: SHARED_FIELDS.filter((field) => `share.${field}` in ticked) };
  });

export const outcomeSchema = z.object({
  id: z.uuid(),
  inquiryId: z.uuid(),
  outcome: z.enum(OUTREACH_OUTCOMES, say("outcomeMissing")),
  nextStep: z.enum(OUTREACH_STEPS, say("nextStepMissing")),
});
