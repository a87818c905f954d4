import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { inCostlyLane } from "@/lib/server/lane";
import { openDatabase } from "../support/database-prompt";
import { testDatabase } from "../support/database";
import { eventually } from "../support/eventually";

testDatabase();
beforeAll(() => db.tag.count());

/** Any number; who holds a connection waits for it. */
const LOCK = 4712;
const SHARE = 6;

test("costly pages leave connections to the form, however many of them wait for the database", async () => {
  const prompt = await openDatabase();
  await prompt.query("SELECT pg_advisory_lock($1)", [LOCK]);
  const held: Promise<unknown>[] = [];
  const hold = async () => void (await db.$executeRaw`SELECT pg_advisory_xact_lock_shared(${LOCK}::bigint)`);
  inCostlyLane(() => {
    // One that waits too long for its share on a busy machine is refused, which is not what is tested here.
    for (let page = 0; page < 20; page += 1) held.push(hold().catch(() => undefined));
  });
  const waiting = async () => {
    const { rowCount } = await prompt.query(
      `SELECT 1 FROM pg_locks AS l JOIN pg_database AS d ON d.oid = l.database
       WHERE d.datname = current_database() AND l.objid = $1 AND NOT l.granted`,
      [LOCK],
    );
    return rowCount;
  };
  await eventually(async () => expect(await waiting()).toBe(SHARE));
  // The form's own.
  expect(await Promise.all([db.tag.count(), db.tag.count(), db.tag.count()])).toEqual([0, 0, 0]);
  expect(await waiting()).toBe(SHARE);
  await prompt.query("SELECT pg_advisory_unlock($1)", [LOCK]);
  await Promise.all(held);
});
