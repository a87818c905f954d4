import { SHARED_FIELDS } from "@/lib/consents/types";
import { z } from "@/lib/shared/zod";
import type { AdminError } from "@/lib/staff/types";
import { knownNeeds } from "./needs";
import { OUTREACH_OUTCOMES, OUTREACH_STEPS, OUTREACH_TEMPLATES } from "./types";

const say = (error: AdminError) => error;

/** The ticked needs; each box of the form has the name of its need. */
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

const place = { inquiryId: z.uuid(), listingId: z.uuid() };
const sharedOf = (ticked: Record<string, unknown>) => SHARED_FIELDS.filter((field) => `share.${field}` in ticked);

/** A call that is being made. */
export const contactSchema = z
  .object({ ...place, way: z.literal("call") })
  .catchall(z.string())
  .transform(({ inquiryId, listingId, way, ...ticked }) => ({ inquiryId, listingId, way, shared: sharedOf(ticked) }));

/** A mail to a place; without an id it is shown first. */
export const mailSchema = z
  .object({ ...place, id: z.uuid().optional(), template: z.enum(OUTREACH_TEMPLATES, say("templateMissing")) })
  .catchall(z.string())
  .superRefine(({ template, ...ticked }, context) => {
    const shared = sharedOf(ticked);
    if (template === "introduce" && !shared.includes("email") && !shared.includes("phone"))
      context.addIssue({ code: "custom", path: ["template"], message: say("introductionNeedsWay") });
  })
  .transform(({ inquiryId, listingId, id, template, ...ticked }) => {
    return { inquiryId, listingId, id, template, shared: sharedOf(ticked) };
  });

/** A mail that is sent was shown before. */
export const sealedMailSchema = z.object({ id: z.uuid(), seal: z.string().min(1).max(100) });

export const outcomeSchema = z.object({
  id: z.uuid(),
  inquiryId: z.uuid(),
  outcome: z.enum(OUTREACH_OUTCOMES, say("outcomeMissing")),
  nextStep: z.enum(OUTREACH_STEPS, say("nextStepMissing")),
});
