const YES = new Set(["true", "t", "yes", "y", "1", "1.0", "x"]);
/** A blank is a no: the state's file marks what a license covers, and leaves the rest empty. */
const NO = new Set(["false", "f", "no", "n", "0", "0.0", ""]);

/** A yes or no as databases, spreadsheets and people write it, in any case; null for any other word. */
export function readYesNo(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}
