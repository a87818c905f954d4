/** How many are let in, and how many may wait. */
export interface TurnstileBounds {
  /** Inside at once. */
  inside: number;
  /** Inside at once of one group. */
  insideOfGroup: number;
  /** Waiting at once of one group. */
  waitingOfGroup: number;
  /** Waiting at once. */
  waiting: number;
  /** Nobody waits longer. */
  waitMs: number;
  /** So long others may be given way to (`hold`). */
  yieldMs: number;
}

interface Waiting {
  admit: () => void;
  /** Has given way long enough. */
  isDue: boolean;
  timers: NodeJS.Timeout[];
}

/**
 * Lets few in at a time, and groups in turn: whoever comes in great numbers waits behind themselves, and others pass.
 * Who would wait too long, or behind too many, is told at once.
 */
export class Turnstile {
  readonly #inside = new Map<string, number>();
  /** The group whose turn it is comes first. */
  readonly #waiting = new Map<string, Set<Waiting>>();
  #holds = 0;

  constructor(private readonly bounds: TurnstileBounds) {}

  /** While somebody is held the door for, nobody is let in but who has given way long enough. @returns what ends it */
  hold(): () => void {
    this.#holds += 1;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#holds -= 1;
      while (this.#holds === 0 && this.#admitNext());
    };
  }

  /**
   * @param signal ends the waiting of somebody who went away
   * @returns how to leave; null for who is refused, or went away
   */
  enter(group: string, signal?: AbortSignal): Promise<(() => void) | null> {
    if (signal?.aborted) return Promise.resolve(null);
    if (this.#holds === 0 && this.#isRoomFor(group)) return Promise.resolve(this.#admit(group));
    const line = this.#waiting.get(group) ?? new Set();
    if (line.size >= this.bounds.waitingOfGroup || this.#countWaiting() >= this.bounds.waiting)
      return Promise.resolve(null);
    this.#waiting.set(group, line);
    return new Promise((resolve) => {
      const giveUp = () => {
        this.#forget(group, one);
        resolve(null);
      };
      const fallDue = () => {
        one.isDue = true;
        this.#admitNext();
      };
      const one: Waiting = {
        isDue: false,
        timers: [setTimeout(giveUp, this.bounds.waitMs), setTimeout(fallDue, this.bounds.yieldMs)],
        admit: () => {
          signal?.removeEventListener("abort", giveUp);
          this.#forget(group, one);
          resolve(this.#admit(group));
        },
      };
      line.add(one);
      signal?.addEventListener("abort", giveUp, { once: true });
    });
  }

  #admit(group: string): () => void {
    this.#inside.set(group, (this.#inside.get(group) ?? 0) + 1);
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      const left = (this.#inside.get(group) ?? 1) - 1;
      if (left > 0) this.#inside.set(group, left);
      else this.#inside.delete(group);
      this.#admitNext();
    };
  }

  /** @returns whether somebody was let in */
  #admitNext(): boolean {
    for (const [group, line] of this.#waiting) {
      const [first] = line;
      if (!first || !this.#isRoomFor(group) || (this.#holds > 0 && !first.isDue)) continue;
      first.admit();
      // Its next one comes after everybody else's.
      if (line.size > 0) {
        this.#waiting.delete(group);
        this.#waiting.set(group, line);
      }
      return true;
    }
    return false;
  }

  #isRoomFor(group: string): boolean {
    const total = [...this.#inside.values()].reduce((sum, count) => sum + count, 0);
    return total < this.bounds.inside && (this.#inside.get(group) ?? 0) < this.bounds.insideOfGroup;
  }

  #countWaiting(): number {
    return [...this.#waiting.values()].reduce((sum, { size }) => sum + size, 0);
  }

  #forget(group: string, one: Waiting): void {
    for (const timer of one.timers) clearTimeout(timer);
    const line = this.#waiting.get(group);
    line?.delete(one);
    if (line?.size === 0) this.#waiting.delete(group);
  }
}
