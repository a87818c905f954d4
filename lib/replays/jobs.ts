import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { system } from "@/lib/audit/actor";
import { JournalUnreadable } from "@/lib/journal/unreadable";
import { NotLasting } from "@/lib/server/lasting-lines";
import { describeError, logger } from "@/lib/server/logger";
import { setOpen } from "@/lib/server/opening";
import { asLong, type Tasks } from "@/lib/server/queue";
import { replayJournal } from "./mutations";
import { JournalSecretMissing } from "./secret-missing";

const REPLAY_TASK = "replayJournal";
const TRY_AGAIN_MS = 5_000;

/** What the worker does for the journal: an act whose transaction did not commit is done within a day. */
export const replayTasks: Tasks = { [REPLAY_TASK]: asLong(async () => void (await replayJournal(system("replay")))) };

/** Each day at 11:07 UTC, before the erasing by date. */
export const REPLAY_SCHEDULE = `7 11 * * * ${REPLAY_TASK} ?fill=1d&max=12&jobKey=replay`;

/**
 * Replays the journal before this process opens. When the database or the journal is away, the process starts
 * nevertheless, because pages that are kept still help; it is not ready until the replay is done.
 */
export async function replayBeforeOpening(): Promise<void> {
  setOpen(false);
  if (!(await isReplayed())) void replayUntilDone();
}

/** Tries until it is done. @param signal ends the trying */
export async function replayUntilDone(signal?: AbortSignal): Promise<void> {
  for (;;) {
    if (signal?.aborted || (await isReplayed())) return;
    await pause(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function isReplayed(): Promise<boolean> {
  try {
    await replayJournal(system("replay"));
    setOpen(true);
    return true;
  } catch (error) {
    logger.error("journal.not_replayed", describeError(error));
    setOpen(false, wordsOf(error));
    return false;
  }
}

/** Of what only whoever runs the house can mend. A database that is away is reported by itself. */
function wordsOf(error: unknown): string | null {
  if (error instanceof NotLasting) return `The journal cannot be written (${error.code}): see JOURNAL_DIR.`;
  return error instanceof JournalSecretMissing || error instanceof JournalUnreadable ? error.message : null;
}
