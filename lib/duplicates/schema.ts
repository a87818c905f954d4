import { severalLines } from "@/lib/shared/text";
import { z } from "@/lib/shared/zod";
import type { AdminError } from "@/lib/staff/types";

const say = (error: AdminError) => error;
const MAX_NOTE_LENGTH = 2_000;

export const duplicateSchema = z.object({
  id: z.uuid(),
  verdict: z.enum(["same", "different"], say("verdictMissing")),
  /** Why; staff's only. */
  note: z
    .string()
    .transform(severalLines)
    .pipe(z.string().min(1, say("noteMissing")).max(MAX_NOTE_LENGTH, say("tooLong"))),
});

/** A page of the queue; anything else is the first. */
export const duplicatePageSchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });
