import type { Heading } from "./types";

/** With fewer sections, a list of contents only delays the reader. */
const MIN_SECTIONS = 3;

/** The main sections to list above a long post; none for a short one. */
export function contentsOf(headings: readonly Heading[]): Heading[] {
  const sections = headings.filter(({ level }) => level === 2);
  return sections.length < MIN_SECTIONS ? [] : sections;
}
