import "server-only";
import { rankingMethodSchema } from "@/lib/rankings/schema";
import type { Prisma } from "@/lib/server/db";
import type { PublishedMethod } from "./types";

/** What the public may see of methods: never a draft. Spread last in every public `where`. */
export const isPublic = { status: "published" } as const;

/** Never who wrote or reviewed it: the public reads that a second person did, and when. */
export const publishedSelect = {
  definition: true,
  changelog: true,
  changelogEs: true,
  publishedAt: true,
  reviewedAt: true,
} as const satisfies Prisma.RankingMethodSelect;

type PublishedRow = Prisma.RankingMethodGetPayload<{ select: typeof publishedSelect }>;

export function toPublished({
  definition,
  changelog,
  changelogEs,
  publishedAt,
  reviewedAt,
}: PublishedRow): PublishedMethod {
  return {
    definition: rankingMethodSchema.parse(definition),
    changelog: { en: changelog, es: changelogEs },
    publishedAt,
    review: reviewedAt ? { by: "second_staff_member", at: reviewedAt } : { by: "nobody" },
  };
}
