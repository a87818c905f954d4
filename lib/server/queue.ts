import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { Logger, run, runMigrations, type TaskList } from "graphile-worker";
import { db, type Db } from "./db";
import { env } from "./env";
import { describeError, logger } from "./logger";

export interface Attempt {
  /** 1 for the first try. */
  number: number;
  isLast: boolean;
}

/** What a task does with one job. It may run more than once, and must end within TASK_LIMIT_MS. */
export type Task = (payload: unknown, attempt: Attempt) => Promise<void>;
export type Tasks = Record<string, Task>;

/** Tries spread by graphile-worker over 16 hours: after 3 s, 7 s, 20 s, … 6 hours. */
const MAX_ATTEMPTS = 12;
/** Longer than the mailer's longest try. */
export const TASK_LIMIT_MS = 90_000;
/** A job locked longer than this was being done by a worker that died. */
const DEAD_LOCK_SECONDS = (2 * TASK_LIMIT_MS) / 1000;
const HEARTBEAT_MS = 15_000;
const RESTART_MS = 2_000;
const CONCURRENCY = 3;

/**
 * Puts a job into the transaction that makes it necessary. The payload holds ids only. A second job with the same
 * key, while the first waits, replaces it.
 */
export async function addJob(
  tx: Db,
  task: string,
  payload: Record<string, string>,
  { jobKey }: { jobKey: string },
): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM graphile_worker.add_job(
      identifier => ${task}::text,
      payload => ${JSON.stringify(payload)}::json,
      max_attempts => ${MAX_ATTEMPTS}::int,
      job_key => ${jobKey}::text)`;
}

/** Creates or updates the queue's own tables; safe to repeat, and to run beside another. Part of setting up. */
export async function migrateQueue(): Promise<void> {
  await runMigrations({ connectionString: env().DATABASE_URL, logger: quietLogger });
}

let ensured: Promise<void> | undefined;

/** Makes sure, once per process, that jobs can be added even where no worker ever ran. */
export function ensureQueue(): Promise<void> {
  return (ensured ??= createQueueIfMissing().catch((error: unknown) => {
    ensured = undefined;
    throw error;
  }));
}

async function createQueueIfMissing(): Promise<void> {
  const [row] = await db.$queryRaw<
    { missing: boolean }[]
  >`SELECT to_regproc('graphile_worker.add_job') IS NULL AS missing`;
  if (row?.missing) await migrateQueue();
}

/**
 * Does jobs until `signal` aborts, then finishes those in hand and returns. A database that goes away is waited for.
 */
export async function runWorker({ signal, tasks }: { signal: AbortSignal; tasks: Tasks }): Promise<void> {
  const heartbeat = keepBeating(signal);
  while (!signal.aborted) {
    await runUntilStopped(signal, tasks).catch((error: unknown) =>
      logger.error("worker.interrupted", describeError(error)),
    );
    await pause(RESTART_MS, undefined, { signal }).catch(() => undefined);
  }
  await heartbeat;
  logger.info("worker.stopped");
}

async function runUntilStopped(signal: AbortSignal, tasks: Tasks): Promise<void> {
  const runner = await run({
    connectionString: env().DATABASE_URL,
    taskList: asTaskList(tasks),
    concurrency: CONCURRENCY,
    pollInterval: 1_000,
    noHandleSignals: true,
    crontab: "",
    logger: quietLogger,
  });
  const stop = () => void runner.stop().catch(() => undefined);
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  logger.info("worker.started", { tasks: Object.keys(tasks).join(" ") });
  await runner.promise.finally(() => signal.removeEventListener("abort", stop));
}

/** The queue keeps a failed job's error, so only a code may leave a task. */
function asTaskList(tasks: Tasks): TaskList {
  const wrapped = Object.entries(tasks).map(([name, task]): [string, TaskList[string]] => [
    name,
    async (payload, { job }) => {
      const attempt = { number: job.attempts, isLast: job.attempts >= job.max_attempts };
      const failure = await task(payload, attempt).then(() => null, describeError);
      if (!failure) return;
      logger.warn("job.failed", { task: name, job: job.id, attempt: attempt.number, ...failure });
      throw new Error([failure.kind, failure.code].filter(Boolean).join(" "));
    },
  ]);
  return Object.fromEntries(wrapped);
}

/** Readiness looks at this row's age; each beat also frees what a killed worker held. */
async function keepBeating(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await beat().catch((error: unknown) => logger.warn("worker.heartbeat_failed", describeError(error)));
    await pause(HEARTBEAT_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function beat(): Promise<void> {
  const at = new Date();
  await db.workerHeartbeat.upsert({ where: { id: 1 }, create: { id: 1, at }, update: { at }, select: { id: true } });
  await ensureQueue();
  await db.$executeRaw`
    SELECT graphile_worker.force_unlock_workers(dead.ids)
    FROM (SELECT array_agg(DISTINCT locked_by) AS ids FROM graphile_worker.jobs
          WHERE locked_at < now() - make_interval(secs => ${DEAD_LOCK_SECONDS}::int)) AS dead
    WHERE dead.ids IS NOT NULL`;
}

/** Only trouble is worth a line; what each job did, and how it failed, is logged already. */
const quietLogger = new Logger(() => (level, message) => {
  const severity: string = level;
  const isTrouble = (severity === "error" || severity === "warning") && !message.startsWith("Failed task");
  if (isTrouble) logger.warn("queue.trouble", { note: message });
  else logger.debug("queue.note", { note: message });
});
