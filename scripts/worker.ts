// `npm run worker`: does the jobs of the site (mails), what is due every day (retention, the proposed edition, a backup) and every
// week (a look for newer editions of the public files), until it is told to end.
import { backupSchedule, backupTasks } from "@/lib/backups/jobs";
import { correctionTasks } from "@/lib/corrections/jobs";
import { keyWords, untilAdmitted } from "@/lib/keys/jobs";
import { mailTasks, testMailTasks } from "@/lib/mails/jobs";
import { mailWatch } from "@/lib/mails/watch";
import { RANKING_SCHEDULE, rankingTasks } from "@/lib/rankings/jobs";
import { refreshSchedule, refreshTasks } from "@/lib/refreshes/jobs";
import { REPLAY_SCHEDULE, replayTasks, replayUntilDone } from "@/lib/replays/jobs";
import { RETENTION_SCHEDULE, retentionTasks } from "@/lib/retention/jobs";
import { letters } from "@/lib/receipts/letters";
import { searchWatch } from "@/lib/search/watch";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { runWorker } from "@/lib/server/queue";
import { Failure } from "./setup/failure.mjs";
import { beforeEnd, end, fail, prepareProcess } from "./setup/process.mjs";
import { requireSettings } from "./setup/settings-check";
import { refuseUnfinishedRestore } from "./setup/unfinished-restore";

prepareProcess();
requireSettings();
await refuseUnfinishedRestore(env().DATABASE_URL).catch(fail);
const stopping = new AbortController();
beforeEnd(() => stopping.abort());
const problems = await untilAdmitted(stopping.signal);
if (problems.length > 0) await fail(new Failure(keyWords(problems)));
const mails = mailWatch();
const watch = async () => void (await Promise.all([mails(), searchWatch()]));
const tasks = {
  ...mailTasks(letters),
  ...testMailTasks,
  ...correctionTasks,
  ...retentionTasks,
  ...replayTasks,
  ...rankingTasks,
  ...refreshTasks,
  ...backupTasks,
};
const schedule = [REPLAY_SCHEDULE, RETENTION_SCHEDULE, RANKING_SCHEDULE, backupSchedule(), refreshSchedule()].join(
  "\n",
);
const work = replayUntilDone(stopping.signal).then(() =>
  runWorker({ signal: stopping.signal, tasks, schedule, watch }),
);
beforeEnd(async () => {
  stopping.abort();
  await work;
  await db.$disconnect();
});
await work;
await end(0);
