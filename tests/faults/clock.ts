import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { query } from "../../scripts/setup/database";
import { expectThat, figure, title } from "./figures";
import { inquiriesOf, openForm, referenceIn, send } from "./form";
import type { House } from "./house";
import { holdToBounds, visit } from "./probes";
import { readyWithin } from "./waves";

const HOUR_MS = 3_600_000;
/** Longer than the processes need to see it. */
const SEEN_MS = 300;
const READY_WITHIN_MS = 60_000;

const JUMPS = [
  { name: "the clock an hour ahead from one moment to the next", to: HOUR_MS },
  { name: "the clock an hour behind from one moment to the next", to: -HOUR_MS },
  { name: "the clock right again", to: 0 },
];

/** The clock of site and worker jumps while people have a form open; that of PostgreSQL stays. */
export async function clock(house: House): Promise<void> {
  const file = path.join(house.folder, "clock-offset");
  const set = async (offset: number) => {
    writeFileSync(file, String(offset));
    await pause(SEEN_MS);
  };
  const { NODE_OPTIONS } = house.env;
  const jumping = `--import ${pathToFileURL(path.resolve("tests/faults/jumping-clock.mjs")).href}`;
  await restartWith(house, { NODE_OPTIONS: jumping, CLOCK_OFFSET_FILE: file });
  try {
    const places = await visit(house);
    for (const { name, to } of JUMPS) {
      title(name);
      const writer = await openForm(house);
      await set(to);
      await holdToBounds(house, places, true);
      expectThat("  a form that was open, sent", referenceIn(await send(writer)) ? "taken" : "not taken", "taken");
      expectThat("  inquiries of that person", await inquiriesOf(house, writer.person), 1);
      expectThat("  minutes by which its log differs from our clock", clockOf(house), to / 60_000);
      const later = await openForm(house);
      expectThat("  a form opened since, sent", referenceIn(await send(later)) ? "taken" : "not taken", "taken");
    }
    const { rows } = await query(house.databaseUrl, (client) =>
      client.query<{ count: number }>('SELECT count(*)::int AS count FROM "Inquiry" WHERE "suspectedSpam"'),
    );
    figure("  of all inquiries, taken for spam", rows[0]?.count ?? 0);
    expectThat("  processes that ended on their own", house.site.deaths + house.worker.deaths, 0);
  } finally {
    rmSync(file, { force: true });
    await restartWith(house, { NODE_OPTIONS, CLOCK_OFFSET_FILE: undefined });
  }
}

async function restartWith(house: House, settings: Record<string, string | undefined>): Promise<void> {
  await Promise.all([house.site.stop(), house.worker.stop()]);
  Object.assign(house.env, settings);
  for (const [name, value] of Object.entries(settings)) if (value === undefined) delete house.env[name];
  await Promise.all([house.site.start(), house.worker.start()]);
  await readyWithin(house, READY_WITHIN_MS);
}

/** By how many minutes the newest line of the site's log is ahead of us. */
function clockOf(house: House): number {
  const logs = path.join(house.data, "logs");
  const files = readdirSync(logs).filter((name) => name.startsWith("site-"));
  const newest = files.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })).at(-1) ?? "";
  const moments = [...readFileSync(path.join(logs, newest), "utf8").matchAll(/"time":"([^"]+)"/g)];
  return Math.round((new Date(moments.at(-1)?.[1] ?? 0).getTime() - Date.now()) / 60_000) + 0;
}
