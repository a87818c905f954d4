import "server-only";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { stat } from "node:fs/promises";
import { PAGES_EXPIRED } from "./page-expiry.mjs";

/** What a page is made again after, at the latest; what staff change is seen at once. */
export const LIVES_MS = 60_000;

export interface PageGeneration {
  /** Changes whenever kept pages are dropped, by this process or another; null while none can be kept. */
  now: () => Promise<string | null>;
  end: () => void;
}

/** Something taken from an answer. */
export interface Taken {
  /** Of all kept pages when it was asked for: with another one they were dropped since. */
  generation: string;
  /** Milliseconds since 1970. */
  takenAt: number;
}

/**
 * Watches for pages being dropped: those marked to be made again, by a channel of this process; all of them, by the
 * folder that another process moves away.
 * @param folder where the framework keeps its pages
 */
export function watchGeneration(folder: string): PageGeneration {
  let expired = 0;
  const expire = () => (expired += 1);
  subscribe(PAGES_EXPIRED, expire);
  return {
    now: async () => {
      const before = expired;
      const found = await stat(folder).catch(() => null);
      return found && `${before} ${found.ino} ${found.birthtimeMs}`;
    },
    end: () => void unsubscribe(PAGES_EXPIRED, expire),
  };
}

export function isCurrent(taken: Taken | undefined, generation: string | null): boolean {
  return taken !== undefined && taken.generation === generation && Date.now() - taken.takenAt < LIVES_MS;
}
