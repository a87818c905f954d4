import { roundScore } from "@/lib/rankings/score";
import { OPEN_PATHS } from "../open-area";
import type { OpenListing, OpenRecords } from "../types";
import type { RankEvidence } from "./types";

/** The newest edition, and the site's URL without a trailing slash. */
export interface RankedBy extends Pick<OpenRecords, "edition"> {
  site: string;
}

/** What the newest edition says of a place; nothing when it does not know it. */
export function rankEvidence({ ranking }: OpenListing, { site, edition }: RankedBy): RankEvidence | undefined {
  if (!ranking || !edition) return undefined;
  const { number, methodVersion, judgedOn } = edition;
  const url = `${site}${OPEN_PATHS.edition(number)}`;
  const shared = { edition: number, method_version: methodVersion, judged_on: judgedOn, url };
  if (ranking.status === "not_ranked") {
    const { status, reason, detail } = ranking;
    return { ...shared, status, reason, detail: detail ?? undefined };
  }
  const { position, rank, band, score, low, high, coverage } = ranking.program;
  return { ...shared, status: "ranked", position, rank, band, score, rounded: roundScore(score), low, high, coverage };
}
