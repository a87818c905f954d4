// `npm run test:faults`: what may fail is made to fail, and what people then meet is measured. Each drill ends within its
// minutes or has failed; what needs root is skipped by name.
// Options: --only stall,flood; of kills: --submissions 2000 --rate 20 --kills 24
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { Failure } from "../../scripts/setup/failure.mjs";
import { end, fail, prepareProcess } from "../../scripts/setup/process.mjs";
import { stall } from "./away";
import { clock } from "./clock";
import { closeDeliveries, kills, mail, SCALE } from "./deliveries";
import { disk } from "./disk";
import { figure, summary, title } from "./figures";
import { flood } from "./flood";
import { openHouse, type House } from "./house";
import { keys } from "./keys";
import { MailServer } from "./mail-server";
import { restore } from "./restore";
import type { Outcome } from "./sender";
import { readyWithin } from "./waves";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    submissions: { type: "string", default: "2000" },
    rate: { type: "string", default: "20" },
    kills: { type: "string", default: "24" },
  },
});

/** After how many minutes something must be hanging. In this order: the last one destroys the database. */
const MINUTES = { kills: 15, mail: 12, stall: 8, disk: 4, clock: 4, keys: 5, flood: 5, restore: 8 };
type Name = keyof typeof MINUTES;
const OPENS_WITHIN_MINUTES = 10;
const SETTLES_WITHIN_MINUTES = 6;
const READY_WITHIN_MS = 60_000;
const NAMES = Object.keys(MINUTES) as Name[];
/** Those in which people only write and mails leave need no places. */
const WITHOUT_PLACES: readonly string[] = ["kills", "mail"];

prepareProcess();
try {
  await run(chosen());
} catch (error) {
  await fail(error);
}
await end(summary());

function chosen(): Name[] {
  const asked = values.only?.split(",") ?? NAMES;
  const unknown = asked.filter((name) => !NAMES.some((known) => known === name));
  if (unknown.length > 0) throw new Failure(`There is no drill ${unknown.join(", ")}. There are ${NAMES.join(", ")}.`);
  return NAMES.filter((name) => asked.includes(name));
}

async function run(names: Name[]): Promise<void> {
  const start = Date.now();
  const mailServer = new MailServer();
  await mailServer.start();
  const house = await bounded("opening the house", OPENS_WITHIN_MINUTES, () =>
    openHouse(
      mailServer.port,
      { RETRY_PAUSE_SCALE: String(SCALE) },
      { seeded: names.some((name) => !WITHOUT_PLACES.includes(name)), ownDisk: names.includes("disk") },
    ),
  );
  figure("house", `opened in ${secondsSince(start)} s; time between tries × ${SCALE} (RETRY_PAUSE_SCALE)`);

  const outcomes: Outcome[] = [];
  const waves = { submissions: Number(values.submissions), rate: Number(values.rate), times: Number(values.kills) };
  const drills: Record<Name, (house: House) => Promise<unknown>> = {
    kills: async () => outcomes.push(...(await kills(house, waves))),
    mail: async () => outcomes.push(...(await mail(house, mailServer))),
    stall,
    disk,
    clock,
    keys,
    flood,
    restore,
  };
  for (const [index, name] of names.entries()) {
    // Also a turn for connections that the site closed meanwhile: the first request of a drill must not go by one.
    await readyWithin(house, READY_WITHIN_MS);
    const begin = Date.now();
    await bounded(name, MINUTES[name], () => drills[name](house));
    const load = loadavg()[0] ?? 0;
    figure(`${name}: whole drill`, `${secondsSince(begin)} s, at its end a load of ${load.toFixed(1)}`);
    const isLastOfThem = WITHOUT_PLACES.includes(name) && !WITHOUT_PLACES.includes(names[index + 1] ?? "");
    if (isLastOfThem)
      await bounded("settling", SETTLES_WITHIN_MINUTES, () => closeDeliveries(house, mailServer, outcomes));
  }
  title(`whole run: ${secondsSince(start)} s`);
  await house.close();
  await mailServer.stop();
}

/** @throws Failure when it is not done by then: something hangs */
async function bounded<Result>(name: string, minutes: number, work: () => Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Failure(`${name}: not done within ${minutes} minutes, so something hangs.`)),
      minutes * 60_000,
    );
  });
  return Promise.race([work(), late]).finally(() => clearTimeout(timer));
}

function secondsSince(start: number): string {
  return ((Date.now() - start) / 1000).toFixed(0);
}
