import { setTimeout as pause } from "node:timers/promises";
import { query } from "../../scripts/setup/database";
import { childrenOf } from "./children";
import { expectThat, figure, title } from "./figures";
import { openForm, referenceIn, send, sendAgain, sendInTrouble } from "./form";
import type { House } from "./house";
import { holdToBounds, servedAgain, visit, type Places } from "./probes";

const DELAY_MS = 2_000;
const AGAIN_WITHIN_S = 20;
/** Three missed beats, and some time to ask. */
const WORKER_MISSED_WITHIN_MS = 80_000;

interface Fault {
  name: string;
  /** @returns what ends it */
  begin: (house: House) => Promise<() => Promise<unknown>>;
  /** Pages that nobody visited are there too. */
  isServed?: boolean;
}

const FAULTS: readonly Fault[] = [
  { name: "PostgreSQL stopped (SIGSTOP)", begin: stopDatabase },
  { name: `PostgreSQL slow: every answer ${DELAY_MS / 1000} s later`, begin: slowDown },
  { name: "PostgreSQL read-only", begin: makeReadOnly, isServed: true },
  { name: "PostgreSQL gone", begin: takeAway },
];

/** The database stopped, slow, read-only and gone, and the worker gone. */
export async function stall(house: House): Promise<void> {
  const places = await visit(house);
  for (const fault of FAULTS) await suffer(house, places, fault);
  await withoutWorker(house, places);
  expectThat("processes that ended on their own", house.site.deaths + house.worker.deaths, 0);
}

async function suffer(house: House, places: Places, { name, begin, isServed }: Fault): Promise<void> {
  title(name);
  const writers = [await openForm(house), await openForm(house)] as const;
  const end = await begin(house);
  try {
    // From the first moment on, when nobody has noticed yet; and after.
    await Promise.all([holdToBounds(house, places, isServed), sendInTrouble(writers[0])]);
    await sendInTrouble(writers[1]);
  } finally {
    await end();
  }
  const seconds = await servedAgain(house, places, AGAIN_WITHIN_S);
  expectThat(
    "  seconds until all is served again",
    seconds,
    `at most ${AGAIN_WITHIN_S}`,
    (value) => value <= AGAIN_WITHIN_S,
  );
  for (const writer of writers) await sendAgain(house, writer);
}

async function stopDatabase({ postgres }: House): Promise<() => Promise<void>> {
  process.kill(postgres.pid, "SIGSTOP");
  const all = [postgres.pid, ...childrenOf(postgres.pid)];
  for (const pid of all) process.kill(pid, "SIGSTOP");
  figure("  processes stopped", all.length);
  return async () => {
    for (const pid of all.toReversed()) process.kill(pid, "SIGCONT");
  };
}

async function slowDown({ wire }: House): Promise<() => Promise<void>> {
  wire.delay(DELAY_MS);
  return async () => wire.delay(0);
}

async function makeReadOnly({ databaseUrl }: House): Promise<() => Promise<void>> {
  const name = new URL(databaseUrl).pathname.slice(1);
  const server = new URL(databaseUrl);
  server.pathname = "/postgres";
  const change = (change: string) =>
    query(server.href, async (client) => {
      await client.query(`ALTER DATABASE ${name} ${change}`);
      await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
    });
  await change("SET default_transaction_read_only = on");
  return () => change("RESET default_transaction_read_only");
}

async function takeAway({ postgres }: House): Promise<() => Promise<void>> {
  await postgres.stop("SIGINT");
  return () => postgres.start();
}

async function withoutWorker(house: House, places: Places): Promise<void> {
  title("the worker gone");
  await house.worker.stop("SIGKILL");
  try {
    const writer = await openForm(house);
    await holdToBounds(house, places, true);
    expectThat("  the form, sent", referenceIn(await send(writer)) ? "taken" : "not taken", "taken");
    const start = Date.now();
    let isMissed = false;
    while (!isMissed && Date.now() - start < WORKER_MISSED_WITHIN_MS) {
      await pause(1_000);
      const ready = (await fetch(`${house.base}/api/ready`).then((answer) => answer.json())) as {
        checks?: { worker?: boolean };
      };
      isMissed = ready.checks?.worker === false;
    }
    const seconds = ((Date.now() - start) / 1000).toFixed(0);
    expectThat(
      "  /api/ready says that the worker is away",
      isMissed ? `after ${seconds} s` : "no",
      "yes",
      () => isMissed,
    );
  } finally {
    await house.worker.start();
  }
  const seconds = await servedAgain(house, places, AGAIN_WITHIN_S);
  expectThat(
    "  seconds until all is ready again",
    seconds,
    `at most ${AGAIN_WITHIN_S}`,
    (value) => value <= AGAIN_WITHIN_S,
  );
}
