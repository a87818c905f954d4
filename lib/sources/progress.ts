/** The progress of an import; `total` may be 0 while it is not known. */
export interface ImportProgress {
  stage: "reading" | "listings" | "facts" | "licenses" | "raw rows" | "matching";
  done: number;
  total: number;
}

export type ReportProgress = (progress: ImportProgress) => void;

/** Rows a statement carries: enough to be fast, few enough to show progress and stay within 500 MB. */
const BATCH = 250;

/** Calls `write` with one batch after the other, and reports the progress. */
export async function inBatches<Row>(
  rows: readonly Row[],
  stage: ImportProgress["stage"],
  progress: ReportProgress,
  write: (batch: Row[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    progress({ stage, done: start, total: rows.length });
    await write(rows.slice(start, start + BATCH));
  }
  if (rows.length > 0) progress({ stage, done: rows.length, total: rows.length });
}
