import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { Logger, run, runMigrations, type Job, type Runner, type TaskList } from "graphile-worker";
import { MAX_ATTEMPTS, pauseAfter } from "./backoff";
import { db, type Db } from "./db";
import { env } from "./env";
import { keepJob, releaseDeadJobs } from "./job-locks";
import { describeError, logger } from "./logger";

export interface Attempt {
  /** 1 for the first try. */
  number: number;
  isLast: boolean;
}

/** What a task does with one job. It may run more than once, and must end within MAX_TASK_MS unless it is `asLong`. */
export type Task = ((payload: unknown, attempt: Attempt) => Promise<void>) & { readonly isLong?: true };
export type Tasks = Record<string, Task>;

/** Longer than the mailer's longest try. */
export const MAX_TASK_MS = 90_000;
/** When a job is locked longer than this, the worker that did it has died. */
const DEAD_LOCK_SECONDS = (2 * MAX_TASK_MS) / 1000;

/** A task that takes as long as there is data: its job stays with the process that does it as long as that lives. */
export function asLong(task: Task): Task {
  return Object.assign(task, { isLong: true as const });
}
const HEARTBEAT_MS = 15_000;
const RESTART_MS = 2_000;
const CONCURRENCY = 3;
/** How often and how long to check whether the queue has released a failed job. */
const RELEASED_AFTER_MS = [20, 50, 100, 200, 500, 1_000];

/**
 * Puts a job into the transaction that makes it necessary. The payload holds ids only. A second job with the same
 * key replaces the first while that waits. The job runs at once, or after `runAt`.
 */
export async function addJob(
  tx: Db,
  task: string,
  payload: Record<string, string>,
  { jobKey, runAt = null }: { jobKey: string; runAt?: Date | null },
): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM graphile_worker.add_job(
      identifier => ${task}::text,
      payload => ${JSON.stringify(payload)}::json,
      max_attempts => ${MAX_ATTEMPTS}::int,
      job_key => ${jobKey}::text,
      run_at => ${runAt?.toISOString() ?? null}::timestamptz)`;
}

/** Removes a job that waits; a job that a worker does at this moment is not started again. */
export async function removeJob(tx: Db, jobKey: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM graphile_worker.remove_job(${jobKey}::text)`;
}

/** Creates or updates the queue's own tables; safe to repeat, and to run beside another. Part of setting up. */
export async function migrateQueue(): Promise<void> {
  await runMigrations({ connectionString: env().DATABASE_URL, logger: quietLogger });
}

let ensured: Promise<void> | undefined;

/** Makes sure, once per process, that jobs can be added even if no worker ever ran. */
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

export interface Work {
  signal: AbortSignal;
  tasks: Tasks;
  /** Tasks to do at set times: a line of graphile-worker's crontab for each, in UTC. */
  schedule?: string;
  /** Runs at each heartbeat, such as a check whether something waits too long. */
  watch?: () => Promise<void>;
}

/**
 * Does jobs until `signal` aborts, then finishes the current ones and returns. It waits for a database that is down.
 */
export async function runWorker({ signal, tasks, schedule = "", watch }: Work): Promise<void> {
  const heartbeat = keepBeating(signal, watch);
  while (!signal.aborted) {
    await runUntilStopped(signal, tasks, schedule).catch((error: unknown) =>
      logger.error("worker.interrupted", describeError(error)),
    );
    await pause(RESTART_MS, undefined, { signal }).catch(() => undefined);
  }
  await heartbeat;
  logger.info("worker.stopped");
}

/**
 * Without these the queue does not wait for its record that a job is done. When the database is down at that moment, an
 * unhandled error ends the process. With them the error ends the run, which starts again.
 */
const NOTES_ARE_AWAITED = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

async function runUntilStopped(signal: AbortSignal, tasks: Tasks, schedule: string): Promise<void> {
  const runner = await run({
    connectionString: env().DATABASE_URL,
    taskList: asTaskList(tasks),
    concurrency: CONCURRENCY,
    pollInterval: 1_000,
    noHandleSignals: true,
    crontab: schedule,
    logger: quietLogger,
    preset: NOTES_ARE_AWAITED,
  });
  const stop = () => void runner.stop().catch(() => undefined);
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  const rescheduled = rescheduleFailures(runner);
  logger.info("worker.started", { tasks: Object.keys(tasks).join(" ") });
  await runner.promise.finally(() => signal.removeEventListener("abort", stop));
  await rescheduled();
}

/**
 * Gives each failed job our own pause. The queue has recorded the failure with its own pause before; if this process is
 * killed in between, that pause counts.
 * @returns a function that waits for unfinished changes
 */
function rescheduleFailures({ events }: Runner): () => Promise<unknown> {
  const underWay = new Set<Promise<void>>();
  events.on("job:complete", ({ job, error }) => {
    if (!error || job.attempts >= job.max_attempts) return;
    const done = reschedule(job)
      .catch((failure: unknown) => logger.warn("job.not_rescheduled", { job: job.id, ...describeError(failure) }))
      .finally(() => underWay.delete(done));
    underWay.add(done);
  });
  return () => Promise.all(underWay);
}

/** The queue reports a failed job before it releases it, and nobody else may change the job until then. */
async function reschedule({ id, attempts }: Job): Promise<void> {
  const seconds = pauseAfter(attempts) * env().RETRY_PAUSE_SCALE;
  for (const milliseconds of RELEASED_AFTER_MS) {
    await pause(milliseconds);
    const rows = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM graphile_worker.reschedule_jobs(
        ARRAY[${id}::bigint], run_at => now() + make_interval(secs => ${seconds}::float8))`;
    if (rows.length > 0) return;
  }
  logger.warn("job.not_rescheduled", { job: id });
}

/** The queue keeps the error of a failed job, so a task may throw only a code. */
function asTaskList(tasks: Tasks): TaskList {
  const wrapped = Object.entries(tasks).map(([name, task]): [string, TaskList[string]] => [
    name,
    async (payload, { job }) => {
      const attempt = { number: job.attempts, isLast: job.attempts >= job.max_attempts };
      const letGo = task.isLong ? keepJob(job, HEARTBEAT_MS) : undefined;
      const failure = await task(payload, attempt).then(() => null, describeError);
      letGo?.();
      if (!failure) return;
      logger.warn("job.failed", { task: name, job: job.id, attempt: attempt.number, ...failure });
      throw new Error([failure.kind, failure.code].filter(Boolean).join(" "));
    },
  ]);
  return Object.fromEntries(wrapped);
}

/** Readiness checks the age of this row; each beat also releases the jobs of a killed worker. */
async function keepBeating(signal: AbortSignal, watch?: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await beat().catch((error: unknown) => logger.warn("worker.heartbeat_failed", describeError(error)));
    await watch?.().catch((error: unknown) => logger.warn("worker.watch_failed", describeError(error)));
    await pause(HEARTBEAT_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function beat(): Promise<void> {
  const at = new Date();
  await db.workerHeartbeat.upsert({ where: { id: 1 }, create: { id: 1, at }, update: { at }, select: { id: true } });
  await ensureQueue();
  await releaseDeadJobs(DEAD_LOCK_SECONDS);
}

/** Only problems of the queue get a line; the result of each job is logged already. */
const quietLogger = new Logger(() => (level, message) => {
  const severity: string = level;
  const isTrouble = (severity === "error" || severity === "warning") && !message.startsWith("Failed task");
  if (isTrouble) logger.warn("queue.trouble", { note: message });
  else logger.debug("queue.note", { note: message });
});
