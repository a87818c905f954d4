// `npm run test:faults`: people on the real form while the web server, the worker and PostgreSQL are killed in turn, and
// then a mail server in every kind of trouble. Prints what became of each reference and each mail.
// Options: --submissions 2000 --rate 20 --kills 30 --without-mail-trouble
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Failure } from "../../scripts/setup/failure.mjs";
import { end, fail, prepareProcess } from "../../scripts/setup/process.mjs";
import { closeBooks, countBy } from "./books";
import { expectThat, figure, summary, title } from "./figures";
import { openHouse, type House } from "./house";
import { MailServer } from "./mail-server";
import { mailTrouble } from "./mail-trouble";
import { searchTraces } from "./search";
import type { Outcome } from "./sender";
import { comeInWaves, planWaves, readyWithin } from "./waves";

/** A day of tries in half an hour, ten minutes in twelve seconds. */
const SCALE = 0.02;
/** A killed worker's mails are free again after three minutes (queue.ts, DEAD_LOCK_SECONDS). */
const SETTLES_WITHIN_MS = 260_000;
/** A run that hangs is a failed run. */
const WHOLE_MINUTES = 20;

const { values } = parseArgs({
  options: {
    submissions: { type: "string", default: "2000" },
    rate: { type: "string", default: "20" },
    kills: { type: "string", default: "30" },
    "without-mail-trouble": { type: "boolean", default: false },
  },
});

prepareProcess();
const tooLong = new Failure(`Not done within ${WHOLE_MINUTES} minutes: something hangs.`);
setTimeout(() => void fail(tooLong), WHOLE_MINUTES * 60_000).unref();
try {
  await run();
} catch (error) {
  await fail(error);
}
await end(summary());

async function run(): Promise<void> {
  const start = Date.now();
  const mailServer = new MailServer();
  await mailServer.start();
  const house = await openHouse(mailServer.port, { RETRY_PAUSE_SCALE: String(SCALE) });
  figure(
    "house",
    `opened in ${seconds(start)}; time between tries compressed to ${SCALE} of the real (RETRY_PAUSE_SCALE)`,
  );

  const waves = planWaves(Number(values.submissions), Number(values.rate), Number(values.kills));
  title(`${waves.count} waves of ${waves.people} people at ${waves.rate} a second, ${waves.kills} × kill -9`);
  const first = Date.now();
  const outcomes = await comeInWaves(house, waves);
  const kept = [house.site, house.worker, house.postgres];
  figure("came", `${outcomes.length} in ${seconds(first)}`);
  figure("killed", kept.map(({ name, kills }) => `${name} ${kills} times`).join(", "));
  tellSenders(outcomes);
  expectThat(
    "processes that ended on their own while another was killed",
    kept.reduce((sum, { deaths }) => sum + deaths, 0),
    0,
  );
  expectThat("seconds until all is ready again", await readyWithin(house, 15_000), "below 15", (value) => value < 15);

  if (!values["without-mail-trouble"]) outcomes.push(...(await mailTrouble(house, mailServer, SCALE)));

  title("when all has settled");
  await settle(house);
  const { forced } = mailServer;
  const books = await closeBooks(house.databaseUrl, outcomes, mailServer, "localhost");
  expectThat("people who saw their reference", books.shown, books.senders);
  expectThat("references lost", books.lost, 0);
  expectThat("inquiries twice", books.duplicates, 0);
  figure("kept, though the sender never saw the reference", books.keptUnseen);
  figure("mails", `${books.mails} (${JSON.stringify(books.byStatus)})`);
  expectThat("mails that never arrived and were not refused", books.undelivered, 0);
  expectThat("mails taken that are not ours", books.strange, 0);
  figure("repeats where the server took a mail and hung up", `${forced}, each with the same Message-ID`);
  const repeats = books.repeats - forced;
  const share = (100 * repeats) / Math.max(1, books.mails);
  expectThat(
    "other repeats, each with the same Message-ID",
    `${repeats} (${share.toFixed(3)} %)`,
    "below 0.1 %",
    () => share < 0.1,
  );

  const { bytes, found } = await searchTraces(house);
  expectThat(`traces of people in ${(bytes / 1e6).toFixed(1)} MB of logs, metrics, jobs and tables`, found.length, 0);
  for (const trace of found) figure("trace", trace);
  figure("whole run", seconds(start));
  await house.close();
  await mailServer.stop();
}

function tellSenders(outcomes: Outcome[]): void {
  const times = outcomes
    .flatMap(({ milliseconds }) => (milliseconds === null ? [] : [milliseconds]))
    .toSorted((a, b) => a - b);
  const at = (share: number) => `${((times[Math.floor(share * (times.length - 1))] ?? 0) / 1000).toFixed(1)} s`;
  figure("from sending to the reference", `half ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)}`);
  figure("who met trouble and tried again", outcomes.filter(({ troubles }) => troubles.length > 0).length);
  for (const [trouble, times] of Object.entries(countBy(outcomes.flatMap(({ troubles }) => troubles))))
    figure(`  ${trouble}`, times);
}

/** Until no mail waits any more. */
async function settle(house: House): Promise<void> {
  const start = Date.now();
  while (Date.now() - start < SETTLES_WITHIN_MS) {
    const headers = { authorization: `Bearer ${house.metricsToken}` };
    const metrics = await fetch(`${house.base}/api/metrics`, { headers }).then((answer) => answer.text());
    if (/^mail_oldest_queued_seconds 0$/m.test(metrics)) break;
    await pause(1_000);
  }
  figure("settled after", seconds(start));
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(0)} s`;
}
