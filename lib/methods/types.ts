import type { MethodText, RankingMethod } from "@/lib/rankings/schema";
import type { MethodChange } from "./changes";

/** How a published method was approved. Nobody approved the first one: it came with the software, before any staff. */
export type MethodReview = { by: "second_staff_member"; at: Date } | { by: "nobody" };

/** A published method with its history. */
export interface PublishedMethod {
  definition: RankingMethod;
  changelog: MethodText;
  publishedAt: Date | null;
  review: MethodReview;
}

/** One version in the public changelog. */
export interface MethodVersion {
  version: number;
  /** The last parts of the paths of its pages. */
  sections: string[];
  publishedAt: Date | null;
  review: MethodReview;
  changelog: MethodText;
  /** Against the version before it; empty for the first. */
  changes: MethodChange[];
}

/** One line of the staff's table of methods. */
export interface MethodRow {
  version: number;
  status: "draft" | "reviewed" | "published";
  changelog: string;
  reviewRequestedAt: Date | null;
  publishedAt: Date | null;
  editionCount: number;
}

/** A draft of a method, for the staff's pages. */
export interface DraftForStaff {
  id: string;
  version: number;
  status: "draft" | "reviewed";
  revision: number;
  definition: RankingMethod;
  changelog: MethodText;
  reviewRequestedAt: Date | null;
  reviewedAt: Date | null;
  /** The note of the approval; in a draft, why it was sent back. */
  reviewNote: string | null;
  /** The signed-in member wrote a part of it and so cannot review it. */
  isOwnWork: boolean;
  /** Names of members who are still on the staff. */
  people: { authors: string[]; reviewer: string | null };
  /** The published version it is compared with. */
  baseVersion: number | null;
  changes: MethodChange[];
}
