/** States and territories whose ZIPs begin with 0: only there has a spreadsheet robbed a ZIP of one, or of two. */
const ZERO_STATES = new Set(["CT", "MA", "ME", "NH", "NJ", "RI", "VT", "PR", "VI"]);
const ZIP = /^(?:([A-Z]{2})\s*)?(\d{3,5})(?:(?:\s*-\s*|\s+)?(\d{4}))?(?:\.0+|\s*-)?$/i;

export interface Zip {
  /** Five digits. */
  zip: string;
  /** The four digits of a ZIP+4; null when the row gives none. */
  plus4: string | null;
}

/**
 * Reads a ZIP column: "90806", "90806-1234", "90806 1234", "90806-", "90806.0", "CA 90806".
 * @param state the row's, when it is known: "1902", robbed of its zero, is a ZIP of Massachusetts and none of California
 * @returns null for what is no ZIP, or another state's: "9O806", "9.0806E+04", "9080" in California
 */
export function readZip(text: string, state?: string): Zip | null {
  const [, prefix, digits = "", plus4 = null] = ZIP.exec(text.trim().replace(/\p{Pd}/gu, "-")) ?? [];
  if (!digits || Number(digits) === 0) return null;
  if (prefix && prefix.toUpperCase() !== (state ?? prefix.toUpperCase())) return null;
  if (digits.length < 5 && state && !ZERO_STATES.has(state)) return null;
  const zip = digits.padStart(5, "0");
  return state === "CA" && !zip.startsWith("9") ? null : { zip, plus4 };
}

/** The five digits alone. */
export function parseZip(text: string, state?: string): string | null {
  return readZip(text, state)?.zip ?? null;
}
