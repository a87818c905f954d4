import { pageCountOf } from "@/lib/shared/page-count";

export interface PageRequest {
  /** From 1. */
  page: number;
  /** Records on a page. */
  size: number;
}

export interface PageLimits {
  /** Of the parameter with the size. */
  name: "perPage" | "per_page";
  usual: number;
  most: number;
}

/** A page of the places has two megabytes at most, a tenth of it when compressed. */
export const LISTING_PAGES = { name: "perPage", usual: 50, most: 100 } as const satisfies PageLimits;

/** The page that a URL asks for: the first one when it names none; null when a number is none, too high or given twice. */
export function pageOf(url: string, { name, usual, most }: PageLimits): PageRequest | null {
  const { searchParams } = new URL(url);
  const page = countIn(searchParams.getAll("page"), 1);
  const size = countIn(searchParams.getAll(name), usual);
  return page && size && size <= most ? { page, size } : null;
}

function countIn([text, second]: string[], usual: number): number | null {
  if (text === undefined) return usual;
  return second === undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

/** Where a page begins, from 0; a list without records has one empty page. */
export function pageHead(total: number, { page, size }: PageRequest) {
  return { first: (page - 1) * size, total, pages: pageCountOf(total, size) };
}
