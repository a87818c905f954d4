import "server-only";

/** Of the whole process: a bundle may have this module twice. */
const holder = globalThis as { waitingToOpen?: boolean; waitsFor?: string | null };

/**
 * While this process waits, readiness says no, and nobody is sent to it. A process that never waited is open.
 * @param why what it waits for, in words that may be shown; null when nobody knows yet, or something else says it
 */
export function setOpen(isOpen: boolean, why: string | null = null): void {
  holder.waitingToOpen = !isOpen;
  holder.waitsFor = why;
}

export function isOpen(): boolean {
  return holder.waitingToOpen !== true;
}

/** Why this process is not open; null when it is, or nobody knows. */
export function waitsFor(): string | null {
  return isOpen() ? null : (holder.waitsFor ?? null);
}
