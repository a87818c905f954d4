import "server-only";
import { rankingMethodSchema } from "@/lib/rankings/schema";
import type { Prisma } from "@/lib/server/db";
import type { PublishedMethod } from "./types";

/** What the public may see of methods: never a draft. Spread last in every public `where`. */
export const isPublic = { status: "published" } as const;

export const publishedSelect = {
  definition: true,
  changelog: true,
  publishedAt: true,
} as const satisfies Prisma.RankingMethodSelect;

type PublishedRow = Prisma.RankingMethodGetPayload<{ select: typeof publishedSelect }>;

export function toPublished(row: PublishedRow): PublishedMethod {
  return { ...row, definition: rankingMethodSchema.parse(row.definition) };
}
