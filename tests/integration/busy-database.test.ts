import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { currentConsent } from "@/lib/inquiries/consent";
import { submitInquiry } from "@/lib/inquiries/mutations";
import { findKept } from "@/lib/inquiries/queries";
import { db } from "@/lib/server/db";
import { ensureQueue } from "@/lib/server/queue";
import { formSender } from "../support/actors";
import { eventually } from "../support/eventually";
import { testDatabase } from "../support/database";
import { openDatabase } from "../support/database-prompt";
import { patience } from "../support/patience.mjs";

testDatabase();
beforeAll(ensureQueue);

/** As many as the pool has by default. */
const CONNECTIONS = 10;
/** Any number; who holds a connection waits for it. */
const LOCK = 4711;
/** Who comes so much later still waits when the first is told, after five seconds: longer than Prisma's usual two. */
const LATER_MS = 2_500;

const person = { name: "Ana", email: "ana@example.org", phone: undefined, consent: true } as const;
const submit = (message: string) => {
  const submission = { input: { ...person, message }, consent: currentConsent("en") };
  return submitInquiry(formSender(), { ...submission, locale: "en", spam: "clear" });
};

/** Takes every connection. @returns what frees them */
async function holdAll(): Promise<() => Promise<unknown>> {
  const prompt = await openDatabase();
  await prompt.query("SELECT pg_advisory_lock($1)", [LOCK]);
  // A query begins when somebody waits for it.
  const hold = async () => void (await db.$executeRaw`SELECT pg_advisory_xact_lock_shared(${LOCK}::bigint)`);
  const held = Array.from({ length: CONNECTIONS }, hold);
  await eventually(async () => {
    const { rowCount } = await prompt.query(
      `SELECT 1 FROM pg_locks AS l JOIN pg_database AS d ON d.oid = l.database
       WHERE d.datname = current_database() AND l.objid = $1 AND NOT l.granted`,
      [LOCK],
    );
    expect(rowCount).toBe(CONNECTIONS);
  });
  return async () => {
    await prompt.query("SELECT pg_advisory_unlock($1)", [LOCK]);
    return Promise.all(held);
  };
}

test("who comes while every connection stays busy is told within seconds; who comes later waits and is served", async () => {
  const free = await holdAll();
  const start = Date.now();
  const told = submit("first").catch(String);
  await pause(LATER_MS);
  const another = { input: { ...person, message: "another" }, locale: "en" } as const;
  const served = Promise.all([findKept(formSender(), another), submit("second")]);
  expect(await told).toContain("timeout exceeded when trying to connect");
  expect(Date.now() - start).toBeLessThan(patience(8_000));
  await free();
  expect(await served).toMatchObject([
    { freeKey: expect.any(String) as string },
    { reference: expect.stringMatching(/^BHR-/) as string },
  ]);
  // Of the first nothing is half kept.
  expect(await db.inquiry.count()).toBe(1);
});
