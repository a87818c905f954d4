import { diffLines } from "diff";

/** Lines of a text that changed, and those between them. */
export type LineChange =
  { kind: "removed" | "added"; lines: string[] } | { kind: "same"; lines: string[]; skipped: number };

/** Two texts that differ in more lines have little in common: they are shown one after the other. */
const MAX_EDITS = 1000;
/** Unchanged lines that are shown around a change, so that readers find it. */
const AROUND = 1;

/** What changed line by line; null when the texts have little in common. */
export function lineChanges(before: string, after: string): LineChange[] | null {
  const parts = diffLines(withEnd(before), withEnd(after), { maxEditLength: MAX_EDITS });
  if (!parts) return null;
  return parts.flatMap(({ value, added, removed }, at): LineChange[] => {
    const lines = value.split("\n").slice(0, -1);
    if (added || removed) return [{ kind: added ? "added" : "removed", lines }];
    return unchanged(lines, at > 0, at < parts.length - 1);
  });
}

/** The lines next to the changes before and after; the others are counted. */
function unchanged(lines: string[], isAfterOne: boolean, isBeforeOne: boolean): LineChange[] {
  const head = isAfterOne ? lines.slice(0, AROUND) : [];
  const tail = isBeforeOne ? lines.slice(Math.max(head.length, lines.length - AROUND)) : [];
  const skipped = lines.length - head.length - tail.length;
  // To say that one line is left out takes as much room as the line.
  if (skipped <= 1) return [{ kind: "same", lines, skipped: 0 }];
  return [
    { kind: "same", lines: head, skipped },
    { kind: "same", lines: tail, skipped: 0 },
  ];
}

/** The last line is a line like the others. */
function withEnd(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
