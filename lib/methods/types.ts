import type { RankingMethod } from "@/lib/rankings/schema";

/** A published method with its history. */
export interface PublishedMethod {
  definition: RankingMethod;
  changelog: string;
  publishedAt: Date | null;
}
