/** A day, and some hours more in case the worker was started late. */
const LATE_AFTER_MS = 36 * 60 * 60 * 1000;

/** Whether the newest backup is too old, when one is to be made each day. A house without any has had no night yet, or no luck. */
export function isBackupLate(madeAt: Date | null, now: Date): boolean {
  return madeAt !== null && now.getTime() - madeAt.getTime() > LATE_AFTER_MS;
}
