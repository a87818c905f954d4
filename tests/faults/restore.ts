import { copyFileSync, readdirSync, rmSync, truncateSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { SERVER_TYPESCRIPT } from "../../scripts/setup/commands.mjs";
import { query } from "../../scripts/setup/database";
import { press } from "./disk";
import { expectThat, figure, title } from "./figures";
import { inquiriesKept } from "./form";
import type { House } from "./house";
import { newPerson } from "./people";
import { runProgram } from "./programs";
import { sendInquiry, type Outcome } from "./sender";
import { readyWithin } from "./waves";

const COMMAND_WITHIN_MS = 180_000;
const READY_WITHIN_MS = 60_000;
const PEOPLE_A_SECOND = 3;
const BEFORE = 15;
const BACKUP = [...SERVER_TYPESCRIPT, "scripts/backup.ts"];
const RESTORE = [...SERVER_TYPESCRIPT, "scripts/restore.ts"];

/** A backup while people write, acts after it, the database destroyed, and all of it brought back. */
export async function restore(house: House): Promise<void> {
  title("a backup while people write");
  const people = comeUntilStopped(house);
  const before = await people.cameAt(BEFORE);
  const start = Date.now();
  const backup = await runProgram(BACKUP, house.env, COMMAND_WITHIN_MS);
  expectThat(`  backup: exit code after ${backup.seconds.toFixed(1)} s`, String(backup.code), "0");
  const all = await people.stop();
  const meanwhile = all.filter(({ references }) => !before.some((reference) => references.has(reference)));
  figure("  told their reference before it", before.length);
  figure("  wrote while it was made, or since", `${meanwhile.length} in ${((Date.now() - start) / 1000).toFixed(0)} s`);
  const name = readdirSync(house.env.BACKUP_DIR ?? "").find((each) => each.endsWith(".tar")) ?? "";
  const file = path.join(house.env.BACKUP_DIR ?? "", name);

  title("after it");
  const erased = before.slice(0, 5);
  const withdrawn = before.slice(5, 10);
  for (const reference of erased)
    expectThat("  erased by themselves", await press(house, reference, "erasure"), "erased");
  for (const reference of withdrawn)
    expectThat("  withdrawn by themselves", await press(house, reference, "withdrawal"), "withdrawn");

  title("the database destroyed, and restored into a fresh folder");
  const rows = await countRows(house.databaseUrl);
  await Promise.all([house.site.stop(), house.worker.stop()]);
  await house.postgres.stop("SIGINT");
  rmSync(path.join(house.folder, "postgres", "data"), { recursive: true });
  await house.postgres.start();

  const cut = path.join(house.folder, "cut.tar");
  copyFileSync(file, cut);
  truncateSync(cut, 100_000);
  const refused = await runProgram([...RESTORE, cut], house.env, COMMAND_WITHIN_MS);
  expectThat("  a backup cut short: exit code", String(refused.code), "1");
  expectThat("  a backup cut short: says", /was cut short/.exec(refused.said)?.[0] ?? refused.said, "was cut short");
  expectThat("  tables that it left", await countTables(house.databaseUrl), 0);

  const { code, seconds, said } = await runProgram([...RESTORE, file], house.env, COMMAND_WITHIN_MS);
  expectThat(`  restore: exit code after ${seconds.toFixed(1)} s`, String(code), "0");
  if (code !== 0) figure("  it said", said);
  for (const line of said.matchAll(/^.*(?:rows, every foreign key|acts? done again|mails? held).*$/gm))
    figure("  it says", line[0].trim());
  figure("  rows before, and now", `${rows}, ${await countRows(house.databaseUrl)}`);
  expectThat(
    "  lost of those who were told before the backup",
    before.length - (await inquiriesKept(house, before)),
    0,
  );
  expectThat("  erased, and back", await namedAmong(house, erased), 0);
  expectThat("  ended permissions that live", await livingAmong(house, [...erased, ...withdrawn]), 0);
  figure("  mails that wait", await countHeld(house));
  const since = meanwhile.flatMap(({ references }) => [...references]);
  figure(`  of ${since.length} who were told later, those whom it has`, await inquiriesKept(house, since));

  await Promise.all([house.site.start(), house.worker.start()]);
  const ready = await readyWithin(house, READY_WITHIN_MS);
  expectThat("  seconds until it is ready", ready, "below 60", (value) => value < READY_WITHIN_MS / 1000);
  const later = await sendInquiry(house.base, newPerson());
  expectThat("  somebody writes after it", later.milliseconds === null ? "not taken" : "taken", "taken");
  rmSync(cut, { force: true });
}

/** People who write one after the other, until told to stop. */
function comeUntilStopped(house: House) {
  const outcomes: Promise<Outcome>[] = [];
  const told: string[] = [];
  const stop = new AbortController();
  const coming = (async () => {
    while (!stop.signal.aborted) {
      const outcome = sendInquiry(house.base, newPerson());
      outcomes.push(outcome);
      void outcome.then(({ references }) => told.push(...references));
      await pause(1000 / PEOPLE_A_SECOND);
    }
  })();
  return {
    /** @returns the references that were told by when there are so many */
    cameAt: async (count: number) => {
      while (told.length < count) await pause(100);
      return [...told];
    },
    stop: async () => {
      stop.abort();
      await coming;
      return Promise.all(outcomes);
    },
  };
}

const countOf = async (url: string, statement: string, values: unknown[] = []) => {
  const { rows } = await query(url, (client) => client.query<{ count: number }>(statement, values));
  return rows[0]?.count ?? 0;
};

const countTables = (url: string) =>
  countOf(url, "SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = 'public'");

const countHeld = ({ databaseUrl }: House) =>
  countOf(databaseUrl, `SELECT count(*)::int AS count FROM "Mail" WHERE status = 'held'`);

const namedAmong = ({ databaseUrl }: House, references: string[]) =>
  countOf(
    databaseUrl,
    'SELECT count(*)::int AS count FROM "Inquiry" WHERE reference = ANY($1) AND (name IS NOT NULL OR message IS NOT NULL)',
    [references],
  );

const livingAmong = ({ databaseUrl }: House, references: string[]) =>
  countOf(
    databaseUrl,
    `SELECT count(*)::int AS count FROM "Consent" AS c JOIN "Inquiry" AS i ON i.id = c."inquiryId"
     WHERE i.reference = ANY($1) AND c.ending IS NULL`,
    [references],
  );

/** Of all tables that the restore brings back. */
async function countRows(url: string): Promise<number> {
  return query(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    let count = 0;
    for (const { name } of rows)
      count +=
        (await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${name}`)).rows[0]?.count ?? 0;
    return count;
  });
}
