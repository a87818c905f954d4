import { z } from "@/lib/shared/zod";
import type { AdminError } from "@/lib/staff/types";
import { INTEREST_REASONS } from "./types";

const say = (error: AdminError) => error;

/** A place by the URL of its page, whole or its last part, and why. */
export const interestSchema = z.object({
  listing: z
    .string()
    .trim()
    .max(300, say("tooLong"))
    .transform((url) => url.split(/[?#]/)[0]!.replace(/\/+$/, "").split("/").at(-1) ?? "")
    .pipe(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, say("listingUrl"))),
  reason: z.enum(INTEREST_REASONS, say("interestReasonMissing")),
});

export const interestEndSchema = z.object({ id: z.uuid() });
