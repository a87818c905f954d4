import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { limitStatements, unlimitStatements } from "@/lib/server/database-limits";
import { db, inHaste } from "@/lib/server/db";
import { checkReadiness } from "@/lib/server/readiness";
import { Pulse } from "@/lib/server/pulse";
import { forgetClients, testDatabase } from "../support/database";
import { openDatabase } from "../support/database-prompt";
import { eventually } from "../support/eventually";
import { stallable } from "../support/stalled-server";

testDatabase();

const SILENCE_MS = 1_200;
let server: Awaited<ReturnType<typeof stallable>>;
beforeAll(async () => {
  server = await stallable(process.env.DATABASE_URL!);
  process.env.DATABASE_URL = server.url;
  // The settings and the client are read when first used.
  limitStatements();
});
beforeEach(() => server.thaw());
afterAll(async () => {
  unlimitStatements();
  await server.stop();
});

const answers = () => eventually(async () => expect(await db.tag.count()).toBe(0));

/** Without the watch each of these would wait as long as the server is silent: far longer than any test. */
describe("a database that falls silent", () => {
  test("fails what is under way and what comes after, and serves again as soon as it answers", async () => {
    await answers();
    server.freeze();
    const underWay = Array.from({ length: 12 }, () => db.tag.count().catch((error: { code?: string }) => error.code));
    expect(new Set(await Promise.all(underWay))).toEqual(new Set(["P1008"]));
    await expect(db.tag.count()).rejects.toMatchObject({ code: "P1008" });
    server.thaw();
    await answers();
  });

  test("fails a transaction in its middle, which leaves nothing", async () => {
    await answers();
    const half = db.$transaction(async (tx) => {
      await tx.tag.create({ data: { slug: "half", name: "Half" } });
      server.freeze();
      await tx.tag.count();
    });
    await expect(half).rejects.toThrow(/silent|not answer|timed out|timeout|P1008|SocketTimeout/i);
    server.thaw();
    await answers();
  });

  test("is not ready, and readiness says so instead of waiting", async () => {
    await answers();
    server.freeze();
    expect(await checkReadiness()).toMatchObject({ database: false, migrations: false });
    server.thaw();
    await eventually(async () => expect(await checkReadiness()).toMatchObject({ database: true }));
  });

  test("that is silent from the first connection on is noticed too", async () => {
    await answers();
    await forgetClients();
    server.freeze();
    await expect(db.tag.count()).rejects.toMatchObject({ code: "P1008" });
    server.thaw();
    await answers();
  });
});

describe("a server that is well", () => {
  test("may take long for one statement", async () => {
    await answers();
    const slow = await db.$transaction((tx) => tx.$queryRaw<{ done: number }[]>`SELECT 1 AS done FROM pg_sleep(3)`);
    expect(slow).toEqual([{ done: 1 }]);
  });

  test("is there for the pulse even when it lets nobody in", async () => {
    const stranger = new URL(server.url);
    stranger.password = "wrong";
    const pulse = new Pulse({ connectionString: stranger.href }, SILENCE_MS);
    expect(await pulse.isThere()).toBe(true);
    pulse.end();
  });

  test("is there for a process that was itself busy all the while", async () => {
    const pulse = new Pulse({ connectionString: server.url }, SILENCE_MS);
    expect(await pulse.isThere()).toBe(true);
    const asked = pulse.isThere();
    const until = performance.now() + 2_000;
    while (performance.now() < until);
    expect(await asked).toBe(true);
    pulse.end();
  });
});

describe("limits of a statement", () => {
  test("end one that stands alone", async () => {
    await expect(db.$queryRaw`SELECT pg_sleep(20)`).rejects.toThrow("statement timeout");
  });

  test("end the wait for somebody else's lock, on the page and in a hasty transaction", async () => {
    const prompt = await openDatabase();
    await prompt.query("BEGIN");
    await prompt.query('LOCK TABLE "Tag"');
    await expect(db.tag.count()).rejects.toThrow("lock timeout");
    await expect(inHaste((tx) => tx.tag.count())).rejects.toThrow("lock timeout");
    const patient = db.$transaction((tx) => tx.tag.count());
    await pause(3_000);
    await prompt.query("COMMIT");
    expect(await patient).toBe(0);
  });
});
