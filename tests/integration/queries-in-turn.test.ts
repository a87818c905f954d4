// Over one connection goes one query at a time: `pg` warns of more, and will refuse them.
import pg from "pg";
import { expect, test, vi } from "vitest";
import { readInputs } from "@/lib/rankings/queries";
import { db } from "@/lib/server/db";
import { WatchedPool } from "@/lib/server/watched-pool";
import { today } from "@/lib/shared/dates";
import { testDatabase } from "../support/database";
import { newListing } from "../support/inquiry";

testDatabase();

/** How many queries were under way over one connection, at most, while `work` ran. */
async function mostAtOnce(work: () => Promise<unknown>): Promise<number> {
  const underWay = new Map<unknown, number>();
  let most = 0;
  const change = (client: unknown, by: number) => {
    const now = (underWay.get(client) ?? 0) + by;
    underWay.set(client, now);
    most = Math.max(most, now);
  };
  const ask = Object.getOwnPropertyDescriptor(pg.Client.prototype, "query")?.value as (...given: unknown[]) => unknown;
  const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: unknown, ...given: unknown[]) {
    const answer = Reflect.apply(ask, this, given);
    // The pool asks with a callback, over a connection of its own.
    if (!(answer instanceof Promise)) return answer;
    change(this, 1);
    return answer.finally(() => change(this, -1));
  });
  await work().finally(() => spy.mockRestore());
  return most;
}

test("the relations of a record, read in a transaction as a ranking reads them", async () => {
  await newListing({ slug: "one" });
  expect(await mostAtOnce(() => db.$transaction((tx) => readInputs(tx, "Los Angeles", today())))).toBe(1);
});

test("what is asked at once over one connection has each its own answer, also when one of them is refused", async () => {
  const pool = new WatchedPool({ connectionString: process.env.DATABASE_URL }, 5_000);
  const client = await pool.connect();
  const ask = (words: string) => client.query<{ n: number }>(words).then(({ rows }) => rows[0]?.n);
  const asked = ["1", "2", "1 / 0", "4", "5"].map((words) => () => ask(`SELECT ${words} AS n`));
  let answers: PromiseSettledResult<number | undefined>[] = [];
  const most = await mostAtOnce(async () => (answers = await Promise.allSettled(asked.map((each) => each()))));
  client.release();
  await pool.end();
  expect(most).toBe(1);
  expect(answers.map((each) => (each.status === "fulfilled" ? each.value : String(each.reason)))).toEqual([
    1,
    2,
    "error: division by zero",
    4,
    5,
  ]);
});
