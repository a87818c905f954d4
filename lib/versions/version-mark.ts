import { FIRST_VERSION } from "./types";

/** In kept words that came from a version: the moment of it. The form sends it along until the words are saved. */
export const VERSION_FIELD = "ofVersion";

/** Which version the words of a form came from; null when from none. */
export function versionOf(fields: Partial<Record<string, string>>): Date | typeof FIRST_VERSION | null {
  const mark = fields[VERSION_FIELD];
  if (mark === undefined) return null;
  if (mark === FIRST_VERSION) return FIRST_VERSION;
  const at = new Date(mark);
  return Number.isNaN(at.getTime()) ? null : at;
}
