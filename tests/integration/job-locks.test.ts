import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { asLong, type Tasks } from "@/lib/server/queue";
import { testDatabase } from "../support/database";
import { eventually } from "../support/eventually";
import { startWorking } from "../support/working";

testDatabase();
afterEach(() => void vi.useRealTimers());

const jobs = () => db.$queryRaw<{ task: string; isOld: boolean; holder: string | null }[]>`
  SELECT task_identifier AS task, locked_at < now() - interval '3 minutes' AS "isOld", locked_by AS holder
  FROM graphile_worker.jobs ORDER BY 1`;

/** As if that had been long ago. */
const dateLocksBack = () =>
  db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 hour'`;

test("a job that takes long stays with the process that does it, and takes no other job of it along", async () => {
  // The sign of life of a long job is told when to come; everything else has its own time.
  vi.useFakeTimers({ toFake: ["setInterval"] });
  let open = () => undefined as void;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const runs = { long: 0, stuck: 0 };
  const tasks: Tasks = {
    long: asLong(async () => {
      runs.long += 1;
      await gate;
    }),
    stuck: async () => {
      runs.stuck += 1;
      if (runs.stuck === 1) await gate;
    },
  };
  const stopFirst = startWorking({ tasks });
  onTestFinished(() => open());
  await eventually(async () => {
    const [row] = await db.$queryRaw<
      { there: boolean }[]
    >`SELECT to_regproc('graphile_worker.add_job') IS NOT NULL AS there`;
    expect(row?.there).toBe(true);
  });
  await db.$executeRaw`SELECT graphile_worker.add_job('long'), graphile_worker.add_job('stuck')`;
  await eventually(() => Promise.resolve(expect(runs).toEqual({ long: 1, stuck: 1 })));
  // It ends when its jobs have ended, and until then it looks after the long one, and after nothing else.
  const firstEnd = stopFirst();
  const [{ holder } = { holder: null }] = await jobs();
  await dateLocksBack();
  await vi.advanceTimersByTimeAsync(15_000);
  await eventually(async () =>
    expect(await jobs()).toEqual([
      { task: "long", isOld: false, holder },
      { task: "stuck", isOld: true, holder },
    ]),
  );

  const stopSecond = startWorking({ tasks });
  await eventually(() => Promise.resolve(expect(runs.stuck).toBe(2)));
  await eventually(async () => expect(await jobs()).toEqual([{ task: "long", isOld: false, holder }]));
  open();
  await firstEnd;
  expect(await jobs()).toEqual([]);
  await stopSecond();
  expect(runs).toEqual({ long: 1, stuck: 2 });
});

test("a long job whose process was killed is done again by another one", async () => {
  await db.$executeRaw`SELECT graphile_worker.add_job('long')`;
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = 'killed', attempts = 1`;
  await dateLocksBack();
  let runs = 0;
  const tasks = { long: asLong(async (_payload, { number }) => void (runs = number)) };
  startWorking({ tasks });
  await eventually(() => Promise.resolve(expect(runs).toBe(2)));
  await eventually(async () => expect(await jobs()).toEqual([]));
});

test("jobs that are done one after the other go on after the first one's process was killed", async () => {
  await db.$executeRaw`
    SELECT graphile_worker.add_job('one', queue_name => 'line'), graphile_worker.add_job('other', queue_name => 'line')`;
  await db.$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_by = 'killed', locked_at = now() - interval '1 hour'
    WHERE id = (SELECT min(id) FROM graphile_worker._private_jobs)`;
  await db.$executeRaw`
    UPDATE graphile_worker._private_job_queues SET locked_by = 'killed', locked_at = now() - interval '1 hour'`;
  const done: string[] = [];
  const tasks: Tasks = { one: async () => void done.push("one"), other: async () => void done.push("other") };
  startWorking({ tasks });
  await eventually(() => Promise.resolve(expect(done.toSorted()).toEqual(["one", "other"])));
});
