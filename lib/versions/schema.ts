import { z } from "@/lib/shared/zod";
import { FIRST_VERSION, VERSIONED_NOUNS } from "./types";

const version = z.uuid().or(z.literal(FIRST_VERSION));

/** What a page of versions shows; it lives in the URL, so anything wrong there falls back. */
export const versionsTableSchema = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  version: version.nullable().catch(null),
});

export type VersionsTable = z.infer<typeof versionsTableSchema>;

export const restoreSchema = z.object({
  noun: z.enum(VERSIONED_NOUNS),
  id: z.string().regex(/^[\w-]{1,80}$/),
  version,
  /** The member has read that words of theirs go. */
  replaces: z.literal("on").optional(),
});
