import { onTestFinished } from "vitest";
import { runWorker, type Work } from "@/lib/server/queue";

/**
 * Starts a worker that ends with the test, whether that passes or not: one that went on would work for the next files of
 * the process, too.
 * @returns ends it sooner, and waits until it has done its current jobs
 */
export function startWorking(work: Omit<Work, "signal">): () => Promise<void> {
  const stopping = new AbortController();
  const running = runWorker({ ...work, signal: stopping.signal });
  const stop = () => {
    stopping.abort();
    return running;
  };
  onTestFinished(stop);
  return stop;
}
