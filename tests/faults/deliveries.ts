// People on the real form while the web server, the worker and PostgreSQL are killed in turn, and then a mail server in
// every kind of trouble: what became of each reference and each mail.
import { setTimeout as pause } from "node:timers/promises";
import { closeBooks, countBy } from "./books";
import { expectThat, figure, title } from "./figures";
import type { House } from "./house";
import type { MailServer } from "./mail-server";
import { mailTrouble } from "./mail-trouble";
import { metricsOf, searchTraces } from "./search";
import type { Outcome } from "./sender";
import { comeInWaves, planWaves, readyWithin } from "./waves";

/** A day of tries in half an hour, ten minutes in twelve seconds. */
export const SCALE = 0.02;
/** A killed worker's mails are free again after three minutes (queue.ts, DEAD_LOCK_SECONDS). */
const SETTLES_WITHIN_MS = 260_000;

/** @returns what became of those who came meanwhile */
export async function kills(
  house: House,
  { submissions, rate, times }: { submissions: number; rate: number; times: number },
): Promise<Outcome[]> {
  const waves = planWaves(submissions, rate, times);
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
  return outcomes;
}

/** @returns what became of those who came meanwhile */
export async function mail(house: House, mailServer: MailServer): Promise<Outcome[]> {
  // Mails of a drill before would take the trouble that is meant for those of this one.
  await settle(house);
  return mailTrouble(house, mailServer, SCALE);
}

/** When all has settled: every reference and every mail of these people, and where their words are. */
export async function closeDeliveries(house: House, mailServer: MailServer, outcomes: Outcome[]): Promise<void> {
  title("when all has settled");
  await settle(house);
  const { forced } = mailServer;
  const books = await closeBooks(house.databaseUrl, outcomes, mailServer, new URL(house.base).hostname);
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
}

function tellSenders(outcomes: Outcome[]): void {
  const times = outcomes
    .flatMap(({ milliseconds }) => (milliseconds === null ? [] : [milliseconds]))
    .toSorted((a, b) => a - b);
  const at = (share: number) => `${((times[Math.floor(share * (times.length - 1))] ?? 0) / 1000).toFixed(1)} s`;
  figure("from sending to the reference", `half ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)}`);
  const withoutLink = outcomes.filter(({ milliseconds, sawLink }) => milliseconds !== null && !sawLink).length;
  figure("who saw their reference at first without the link to their receipt", withoutLink);
  figure("who met trouble and tried again", outcomes.filter(({ troubles }) => troubles.length > 0).length);
  for (const [trouble, times] of Object.entries(countBy(outcomes.flatMap(({ troubles }) => troubles))))
    figure(`  ${trouble}`, times);
}

/** Until no mail waits any more. */
async function settle(house: House): Promise<void> {
  const start = Date.now();
  while (Date.now() - start < SETTLES_WITHIN_MS) {
    if (/^mail_oldest_queued_seconds 0$/m.test(await metricsOf(house))) break;
    await pause(1_000);
  }
  figure("settled after", seconds(start));
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(0)} s`;
}
