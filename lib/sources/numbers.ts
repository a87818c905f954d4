/** No facility has more beds: a larger number belongs to another column. */
const MAX_COUNT = 20_000;

/**
 * A whole number as spreadsheets print it: "1200", "1,200", "6.0"; null for anything else, such as "-5" or "6 beds".
 */
export function readCount(text: string): number | null {
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?$/.test(text)) return null;
  const count = Number(text.replaceAll(",", ""));
  return count <= MAX_COUNT ? count : null;
}

/** Decimal degrees: "34.05", "-118.24"; null for anything else. */
export function readDegrees(text: string): number | null {
  return /^[+-]?\d{1,3}(?:\.\d+)?$/.test(text) ? Number(text) : null;
}
