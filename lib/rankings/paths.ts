import type { ListingKind } from "@/lib/facts/kind";
import { kindPath } from "./kinds";

export const RANKINGS_PATH = "/rankings";

/** Pages of the newest list, from 1; the rankings' own page has the picks. */
export function listPath(page: number): string {
  return `${RANKINGS_PATH}/page/${page}`;
}

/** Pages of a kind's list; the first is the kind's own page. */
export function kindListPath(kind: ListingKind, page: number): string {
  return page === 1 ? kindPath(kind) : `${kindPath(kind)}/page/${page}`;
}

export function editionPath(number: number): string {
  return `${RANKINGS_PATH}/editions/${number}`;
}

/** Pages of one edition's list, from 1. */
export function editionListPath(number: number, page: number): string {
  return `${editionPath(number)}/page/${page}`;
}

/**
 * Pages of what is not ranked, from 1.
 * @param number of an edition; null for the newest, without what is no longer published
 */
export function notRankedPath(number: number | null, page: number): string {
  return `${number === null ? RANKINGS_PATH : editionPath(number)}/not-ranked/page/${page}`;
}
