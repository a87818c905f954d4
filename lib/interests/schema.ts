import { z } from "@/lib/shared/zod";
import { listingUrl } from "@/lib/staff/field-rules";
import type { AdminError } from "@/lib/staff/types";
import { INTEREST_REASONS } from "./types";

const say = (error: AdminError) => error;

/** A place by the URL of its page, whole or its last part, and why. */
export const interestSchema = z.object({
  listing: listingUrl,
  reason: z.enum(INTEREST_REASONS, say("interestReasonMissing")),
});

export const interestEndSchema = z.object({ id: z.uuid() });
