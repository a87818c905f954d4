import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { currentConsent } from "@/lib/inquiries/consent";
import { findKept, submitInquiry } from "@/lib/inquiries/mutations";
import type { InquiryInput } from "@/lib/inquiries/schema";
import { db } from "@/lib/server/db";
import { ensureQueue } from "@/lib/server/queue";
import { testDatabase } from "../support/database";

testDatabase();
beforeAll(ensureQueue);

/** As many as the pool has by default. */
const CONNECTIONS = 10;
const input: InquiryInput = {
  name: "Ana",
  email: "ana@example.org",
  phone: undefined,
  message: "Looking for methadone",
  consent: true,
};
const submit = () =>
  submitInquiry({ input, locale: "en", consent: currentConsent("en"), formRandom: "form", spam: "clear" });

/** Takes every connection for so long. @returns what ends when they are free again */
async function holdAll(seconds: number): Promise<() => Promise<unknown>> {
  // A query begins when somebody waits for it.
  const hold = async () => void (await db.$executeRaw`SELECT pg_sleep(${seconds})`);
  const held = Array.from({ length: CONNECTIONS }, hold);
  await pause(200);
  return () => Promise.all(held);
}

test("who comes while every connection is busy for a while waits and is served", async () => {
  const free = await holdAll(3);
  await expect(findKept({ input })).resolves.toBeNull();
  await expect(submit()).resolves.toMatchObject({ reference: expect.stringMatching(/^BHR-/) as string });
  await free();
});

test("who comes while they stay busy is told within seconds, and nothing is half kept", async () => {
  await db.inquiry.deleteMany();
  const free = await holdAll(9);
  const start = Date.now();
  await expect(submit()).rejects.toThrow("timeout exceeded when trying to connect");
  expect(Date.now() - start).toBeLessThan(8_000);
  await free();
  expect(await db.inquiry.count()).toBe(0);
});
