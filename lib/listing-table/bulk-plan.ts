// What an act would do to many listings: which become what, and which are left alone, and why.

import { createHash } from "node:crypto";
import type { PublicationStatus } from "@/lib/listings/types";
import type { BulkAct, Candidate, ChangedListing, RefusalReason, RefusedListing } from "./types";

export interface BulkPlan {
  changes: ChangedListing[];
  refused: RefusedListing[];
  /** The same while the same would happen to the same versions of the same listings. */
  shown: string;
}

/** @param candidates in the order in which they are shown */
export function planBulk(act: BulkAct, candidates: readonly Candidate[]): BulkPlan {
  const changes: ChangedListing[] = [];
  const refused: RefusedListing[] = [];
  for (const candidate of candidates) {
    const { id, version, status: from, staffFields } = candidate;
    const why = refusalOf(act, candidate);
    if (why) refused.push({ id, why });
    else changes.push({ id, version, from, staffFields, to: act === "archive" ? "archived" : formerStatus(candidate) });
  }
  const told = [act, changes.map(({ id, version, to }) => [id, version, to]), refused.map(({ id, why }) => [id, why])];
  return { changes, refused, shown: createHash("sha256").update(JSON.stringify(told)).digest("hex") };
}

function refusalOf(act: BulkAct, { status, isMerged, isLeftToOthers }: Candidate): RefusalReason | null {
  if ((status === "archived") === (act === "archive")) return "status";
  if (act === "restore" && isMerged) return "merged";
  return isLeftToOthers ? "interested" : null;
}

/** What no member archived comes back as a draft, for somebody to look at. */
function formerStatus({ archivedFrom }: Candidate): PublicationStatus {
  return archivedFrom === "published" ? "published" : "draft";
}

/** What taking an act back does to a listing as it stands now. */
export function planUndo(
  done: readonly ChangedListing[],
  now: ReadonlyMap<string, Pick<Candidate, "version" | "status">>,
  leftToOthers: ReadonlySet<string>,
): { back: ChangedListing[]; kept: RefusedListing[] } {
  const kept = done.flatMap(({ id, to, version }): RefusedListing[] => {
    const listing = now.get(id);
    if (!listing) return [{ id, why: "gone" }];
    if (listing.status !== to || listing.version !== version + 1) return [{ id, why: "changed" }];
    return leftToOthers.has(id) ? [{ id, why: "interested" }] : [];
  });
  const keptIds = new Set(kept.map(({ id }) => id));
  return { back: done.filter(({ id }) => !keptIds.has(id)), kept };
}
