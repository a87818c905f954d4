/** Measured times, in milliseconds. */
export type Times = readonly number[];

/** The value that `share` (0–1) of the values do not exceed. */
export function quantile(values: Times, share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: Times) => quantile(values, 0.5);
export const p95 = (values: Times) => quantile(values, 0.95);

/** A table for a terminal: the first column to the left, figures to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return rows.map((row) => line(row).join("  ")).join("\n");
}

export const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1);
