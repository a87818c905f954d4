import { randomBytes } from "node:crypto";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { NEXT } from "../../scripts/setup/build.mjs";
import { SERVER_TYPESCRIPT } from "../../scripts/setup/commands.mjs";
import { freePort } from "../../scripts/setup/ports";
import { query } from "../../scripts/setup/database";
import { expectThat, title } from "./figures";
import { openForm, referenceIn, send } from "./form";
import type { House } from "./house";
import { runProgram } from "./programs";
import { readyWithin } from "./waves";

const ENDS_WITHIN_MS = 60_000;
const READY_WITHIN_MS = 60_000;
const key = () => randomBytes(32).toString("base64");

const CASES: readonly { name: string; settings: () => Record<string, string>; words: RegExp }[] = [
  {
    name: "another key by the same id",
    settings: () => ({ ENCRYPTION_KEYS: `k1:${key()}` }),
    words: /k1 is not the key that this database/,
  },
  { name: "the key missing", settings: () => ({ ENCRYPTION_KEYS: `k2:${key()}` }), words: /k1 is missing, and values/ },
  {
    name: "another APP_SECRET",
    settings: () => ({ APP_SECRET: randomBytes(32).toString("hex") }),
    words: /s1 is not the/,
  },
];

/** Site and worker are started with keys that do not fit the database, and with the right ones. */
export async function keys(house: House): Promise<void> {
  const writer = await openForm(house);
  expectThat("a message that the keys seal", referenceIn(await send(writer)) ? "taken" : "not taken", "taken");
  await Promise.all([house.site.stop(), house.worker.stop()]);
  for (const { name, settings, words } of CASES) {
    title(`wrong key: ${name}`);
    const port = await freePort();
    const env = {
      ...house.env,
      ...settings(),
      PORT: String(port),
      PAGE_CACHE_DIR: path.join(house.folder, "pages-of-the-wrong"),
    };
    const programs: [string, string[]][] = [
      ["npm start", [...SERVER_TYPESCRIPT, "scripts/start.ts"]],
      ["next start", [NEXT, "start", "-p", String(port), "-H", "127.0.0.1"]],
      ["npm run worker", [...SERVER_TYPESCRIPT, "scripts/worker.ts"]],
    ];
    for (const [program, args] of programs) {
      const watch = watchReady(port);
      const { code, said, seconds } = await runProgram(args, env, ENDS_WITHIN_MS);
      const isReady = await watch.end();
      const line = words.exec(said)?.[0] ?? "no words of ours";
      expectThat(`  ${program}: exit code after ${seconds.toFixed(1)} s`, String(code), "1");
      expectThat(`  ${program}: says`, line, String(words), (given) => words.test(given));
      expectThat(`  ${program}: times that /api/ready was 200`, isReady, 0);
    }
  }
  title("the right keys again");
  await Promise.all([house.site.start(), house.worker.start()]);
  const seconds = await readyWithin(house, READY_WITHIN_MS);
  expectThat("  seconds until it is ready", seconds, "below 60", (value) => value < READY_WITHIN_MS / 1000);
  const { all, opened } = await readInquiries(house);
  expectThat(`  of ${all} inquiries, those that can be read`, opened, all);
}

async function readInquiries(house: House): Promise<{ all: number; opened: number }> {
  const { openPerson } = await import("../../lib/inquiries/sealed");
  const { rows } = await query(house.databaseUrl, (client) =>
    client.query<{ id: string; name: string; email: string; phone: string; message: string }>(
      'SELECT id, name, email, phone, message FROM "Inquiry" WHERE "erasedAt" IS NULL',
    ),
  );
  const opened = rows.filter(({ id, ...sealed }) => openPerson(id, sealed).message);
  return { all: rows.length, opened: opened.length };
}

function watchReady(port: number): { end: () => Promise<number> } {
  const stop = new AbortController();
  let times = 0;
  const watching = (async () => {
    while (!stop.signal.aborted) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/ready`).catch(() => null);
      if (answer?.status === 200) times += 1;
      await pause(50);
    }
  })();
  return {
    end: async () => {
      stop.abort();
      await watching;
      return times;
    },
  };
}
