const DAY_MS = 24 * 60 * 60 * 1000;

/** How long a receipt opens after the last thing that happened to its inquiry. */
export const RECEIPT_DAYS = 180;
/** How long it says that everything was deleted. */
export const ERASED_DAYS = 30;

/** When a receipt stops to open. `activity`: every moment at which something happened to the inquiry. */
export function receiptExpiry(activity: readonly Date[], erasedAt: Date | null): Date {
  if (erasedAt) return new Date(erasedAt.getTime() + ERASED_DAYS * DAY_MS);
  const last = Math.max(...activity.map((moment) => moment.getTime()));
  return new Date(last + RECEIPT_DAYS * DAY_MS);
}
