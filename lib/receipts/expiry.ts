const DAY_MS = 24 * 60 * 60 * 1000;

/** How many days a receipt opens after the last event of its inquiry. */
export const RECEIPT_DAYS = 180;
/** For how many days it says that everything was deleted. */
export const ERASED_DAYS = 30;

/** When a receipt stops opening. `activity`: the moments of all events of the inquiry. */
export function receiptExpiry(activity: readonly Date[], erasedAt: Date | null): Date {
  if (erasedAt) return new Date(erasedAt.getTime() + ERASED_DAYS * DAY_MS);
  const last = Math.max(...activity.map((moment) => moment.getTime()));
  return new Date(last + RECEIPT_DAYS * DAY_MS);
}
