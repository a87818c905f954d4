import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { figure, summary, title } from "../../tests/faults/figures";
import { openHouse, type House } from "../../tests/faults/house";
import { MailServer } from "../../tests/faults/mail-server";
import { query } from "../setup/database";
import { Failure } from "../setup/failure.mjs";
import { beforeEnd } from "../setup/process.mjs";
import { ms, median, p95, table } from "./figures";
import { openFront, sendInRequest } from "./inquiry-front";
import { sendFor, type Sent } from "./inquiry-senders";
import { soak } from "./inquiry-soak";
import { probeSettings } from "./memory";
import { counted } from "@/lib/shared/counted";

/** 200 ms for each mail: as a provider's server near by takes it. */
const MAIL_PACE = { stepMs: 20, takeMs: 140 };
const AT_ONCE = [1, 8];
const SENT_WITHIN_MS = 300_000;

export const INQUIRY_OPTIONS = [
  "--seconds 20  of each measurement",
  "--minutes 10  of the soak; 0 leaves it out",
  "--warm-up 2   minutes of the soak before memory is judged",
  "--rate 4      people a second in the soak",
];

/** Prints how fast inquiries are taken, beside the same form sending its mail in the request, and what memory does. */
export async function benchInquiry(args: string[]): Promise<boolean> {
  const { seconds, ...soaking } = optionsOf(args);
  const folder = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-probe-"));
  beforeEnd(() => rmSync(folder, { recursive: true, force: true }));
  const mailServer = new MailServer(MAIL_PACE);
  await mailServer.start();
  const house = await openHouse(mailServer.port, { LOG_LEVEL: "error", ...probeSettings(folder) });

  if (seconds > 0) await compare(house, seconds);
  if (soaking.minutes > 0) await soak(house, folder, soaking);
  await house.close();
  await mailServer.stop();
  return summary() === 0;
}

function optionsOf(args: string[]) {
  const text = (value: string) => ({ type: "string" as const, default: value });
  const { values } = parseArgs({
    args,
    options: { seconds: text("20"), minutes: text("10"), "warm-up": text("2"), rate: text("4") },
  });
  const [seconds, minutes, warmUp, rate] = [values.seconds, values.minutes, values["warm-up"], values.rate].map(Number);
  if (
    ![seconds, minutes, warmUp].every((value) => Number.isInteger(value) && Number(value) >= 0) ||
    !(Number(rate) > 0)
  )
    throw new Failure("--seconds, --minutes and --warm-up take whole numbers, --rate a number above 0");
  return { seconds: Number(seconds), minutes: Number(minutes), warmUp: Number(warmUp), rate: Number(rate) };
}

/** The same site, form and mail server both times, through the same front; only who sends the mails differs. */
async function compare(house: House, seconds: number): Promise<void> {
  title(
    `inquiries on ${counted(cpus().length, "core")}, which senders, site, worker, PostgreSQL and mail server share`,
  );
  figure(
    "the mail server takes, for each mail",
    "20 ms at connection, MAIL FROM and RCPT TO each, 140 ms after the data",
  );
  const queued: Sent[] = [];
  const passing = await openFront(house.base, async () => undefined);
  for (const atOnce of AT_ONCE) {
    queued.push(await sendFor(passing.base, atOnce, seconds));
    figure(`${atOnce} at once: the worker had sent every mail after`, await untilSent(house.databaseUrl));
  }
  await passing.close();

  await house.worker.stop();
  const inRequest: Sent[] = [];
  const sending = await openFront(house.base, sendInRequest);
  for (const atOnce of AT_ONCE) inRequest.push(await sendFor(sending.base, atOnce, seconds));
  await sending.close();
  await house.worker.start();

  console.log(`\n${comparison(queued, inRequest)}`);
}

async function untilSent(url: string): Promise<string> {
  const start = Date.now();
  const count = `SELECT count(*)::int AS waiting FROM "Mail" WHERE status = 'queued'`;
  for (;;) {
    const { rows } = await query(url, (client) => client.query<{ waiting: number }>(count));
    const waiting = rows[0]?.waiting ?? 0;
    const took = `${((Date.now() - start) / 1000).toFixed(0)} s more`;
    if (waiting === 0) return took;
    if (Date.now() - start > SENT_WITHIN_MS) return `never: ${waiting} wait after ${took}`;
    await pause(500);
  }
}

function comparison(queued: readonly Sent[], inRequest: readonly Sent[]): string {
  const rows = AT_ONCE.flatMap((atOnce, index) => {
    const [own, other] = [queued[index], inRequest[index]];
    if (!own || !other) return [];
    return [
      [`${atOnce} at once: mails queued, sent by the worker`, ...columns(own)],
      [`${atOnce} at once: mails sent in the request`, ...columns(other)],
      [
        `${atOnce} at once: ratio`,
        (own.perSecond / other.perSecond).toFixed(2),
        (median(own.times) / median(other.times)).toFixed(2),
        (p95(own.times) / p95(other.times)).toFixed(2),
      ],
    ];
  });
  return table([["", "a second", "median ms", "p95 ms"], ...rows]);
}

function columns({ times, perSecond }: Sent): string[] {
  return [perSecond.toFixed(1), ms(median(times)), ms(p95(times))];
}
