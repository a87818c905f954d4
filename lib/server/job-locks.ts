import "server-only";
import { db } from "./db";
import { describeError, logger } from "./logger";

/**
 * While a process does a job, the queue has locked it. The queue knows processes, not jobs, and would let go of all that a
 * process does at once: a mail on its way, because a backup takes long. So each lock is looked at by itself, in the
 * queue's own tables: its functions cannot.
 */

/**
 * Keeps the lock of a job young, as a sign that its process lives, until the returned function is called.
 * @param job as the queue hands it out
 */
export function keepJob(
  { id, locked_by: holder }: { id: string; locked_by: string | null },
  everyMs: number,
): () => void {
  const renew = () => db.$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = now() WHERE id = ${id}::bigint AND locked_by = ${holder}::text`;
  const timer = setInterval(
    () => void renew().catch((error: unknown) => logger.warn("job.not_kept", { job: id, ...describeError(error) })),
    everyMs,
  );
  return () => clearInterval(timer);
}

/**
 * Lets go of jobs whose lock is old: the process that did them has died. Any worker may do them then.
 * @param seconds how old
 */
export async function releaseDeadJobs(seconds: number): Promise<void> {
  await db.$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL
    WHERE locked_at < now() - make_interval(secs => ${seconds}::int)`;
  // Jobs that are done one after the other have a lock together.
  await db.$executeRaw`
    UPDATE graphile_worker._private_job_queues AS q SET locked_at = NULL, locked_by = NULL
    WHERE locked_at < now() - make_interval(secs => ${seconds}::int) AND NOT EXISTS (
      SELECT FROM graphile_worker._private_jobs AS j WHERE j.job_queue_id = q.id AND j.locked_at IS NOT NULL)`;
}
