import type { Edition } from "@/lib/rankings/types";
import type { OpenRanking } from "./types";

/** What an edition says of each published place that it knows. */
export function rankingsBySlug({ entries, exclusions }: Edition): Map<string, OpenRanking> {
  const ranked = entries.flatMap((program) =>
    program.members.map(({ listing }) => [listing.slug, { status: "ranked", program }] as const),
  );
  const others = exclusions.map(({ listing, reason, detail, closedReason }) => {
    return [listing.slug, { status: "not_ranked", reason, detail, closedReason }] as const;
  });
  return new Map<string, OpenRanking>([...ranked, ...others]);
}
