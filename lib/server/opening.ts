import "server-only";

/** Of the whole process: a bundle may have this module twice. */
const holder = globalThis as { waitingToOpen?: boolean };

/** While this process waits, readiness says no, and nobody is sent to it. A process that never waited is open. */
export function setOpen(isOpen: boolean): void {
  holder.waitingToOpen = !isOpen;
}

export function isOpen(): boolean {
  return holder.waitingToOpen !== true;
}
