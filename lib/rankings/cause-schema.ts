import { z } from "@/lib/shared/zod";
import { GATE_REASONS } from "./gates";
import { criterionResultSchema, rankingInputSchema } from "./schema";

export const failedGateSchema = z.strictObject({ reason: z.enum(GATE_REASONS), detail: z.string().nullable() });

const answerSchema = criterionResultSchema.pick({ value: true, source: true, asOf: true, asOfPrecision: true });
const { kind, licenses } = rankingInputSchema.shape;
const licenseStateSchema = licenses.element.pick({ class: true, current: true, expiresOn: true, asOf: true });

/** A `Cause` of a move, as it is stored. */
export const causeSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("answer"),
    key: z.string(),
    ...change(answerSchema),
    ruleChanged: z.boolean(),
  }),
  z.strictObject({ type: z.literal("license"), number: z.string(), ...change(licenseStateSchema.nullable()) }),
  z.strictObject({ type: z.literal("exemption"), ...change(z.string().nullable()) }),
  z.strictObject({ type: z.literal("kind"), ...change(kind) }),
  z.strictObject({ type: z.literal("gate"), ...change(failedGateSchema.nullable()) }),
  z.strictObject({ type: z.literal("members"), ...change(z.int()) }),
  z.strictObject({ type: z.literal("record"), is: z.enum(["added", "removed"]) }),
  z.strictObject({ type: z.literal("method") }),
  z.strictObject({ type: z.literal("rate"), ...change(z.number()) }),
  z.strictObject({ type: z.literal("others") }),
]);

function change<Part extends z.ZodType>(part: Part): { from: Part; to: Part } {
  return { from: part, to: part };
}
