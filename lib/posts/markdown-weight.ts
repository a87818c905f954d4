// Reading Markdown takes time that grows with the square of the signs and lines between two blank lines, and of the quotes
// and lists of the whole text; and the stack grows with its depth. So a text is measured before anything reads it, in one
// pass over its characters. Real posts have a tenth of these numbers.

/** About 15,000 words: nobody reads more at once. */
export const MAX_MARKDOWN_LENGTH = 100_000;
const MAX_LINES = 2500;
/** Signs of the whole text. */
const MAX_SIGNS = 8000;
/** Marks of quotes and lists of the whole text, at the beginning of its lines. */
const MAX_MARKS = 1500;
/** Rows times columns of all tables: a short row is filled up to the width of its table. */
const MAX_CELLS = 5000;
/** A block is what stands between two blank lines; this is some 2,000 words. */
const MAX_BLOCK_LENGTH = 12_000;
const MAX_BLOCK_LINES = 400;
/** A list of 100 linked references has 600. */
const MAX_BLOCK_SIGNS = 1000;
/** Quotes and lists within each other. */
const MAX_DEPTH = 12;
/** Lists within lists begin further to the right; each level takes two to five columns. */
const MAX_INDENT = 80;

/** Signs that may begin or end something. */
const SIGNS = /[*_~`[\]<!&@|\\]/g;
/** Where a line stands: marks of quotes and lists, with the blanks before and between them. */
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*[ \t]*/;
const MARKS = /[>+*-]|\d+[.)]/g;

export type MarkdownExcess = "length" | "block" | "signs" | "depth" | "table";

/** What of a text is more than we read as Markdown; null when it can be read. */
export function excessOf(markdown: string): MarkdownExcess | null {
  if (markdown.length > MAX_MARKDOWN_LENGTH) return "length";
  const whole = { lines: 0, signs: 0, marks: 0, cells: 0 };
  let block = emptyBlock();
  for (const line of markdown.split(/\r\n?|\n/)) {
    if (/^[ \t]*$/.test(line)) {
      block = emptyBlock();
      continue;
    }
    const signs = countOf(SIGNS, line);
    const before = CONTAINERS.exec(line)?.[0] ?? "";
    const marks = countOf(MARKS, before);
    block.lines += 1;
    block.length += line.length;
    block.signs += signs;
    // The widest row decides how wide the rows after it are.
    block.columns = Math.max(block.columns, line.split("|").length - 1);
    whole.lines += 1;
    whole.signs += signs;
    whole.marks += marks;
    whole.cells += block.columns;
    if (marks > MAX_DEPTH || columnsOf(before) > MAX_INDENT || whole.marks > MAX_MARKS) return "depth";
    if (whole.cells > MAX_CELLS) return "table";
    if (block.signs > MAX_BLOCK_SIGNS || whole.signs > MAX_SIGNS) return "signs";
    if (block.lines > MAX_BLOCK_LINES || block.length > MAX_BLOCK_LENGTH) return "block";
    if (whole.lines > MAX_LINES) return "length";
  }
  return null;
}

function emptyBlock() {
  return { length: 0, lines: 0, signs: 0, columns: 0 };
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/** A tab leads to the next multiple of four: at most four columns. */
function columnsOf(blanks: string): number {
  return blanks.length + 3 * countOf(/\t/g, blanks);
}
