const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Which backups have been kept long enough. The newest never has, however old it is.
 * @param backups those whose files are there
 */
export function backupsToRemove<Kept extends { madeAt: Date }>(
  backups: readonly Kept[],
  keptDays: number,
  now: Date,
): Kept[] {
  const newestFirst = backups.toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
  return newestFirst.slice(1).filter(({ madeAt }) => now.getTime() - madeAt.getTime() > keptDays * DAY_MS);
}
