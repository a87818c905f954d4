import { afterEach, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { eraseOwnInquiry } from "@/lib/receipts/mutations";
import { replayJournal } from "@/lib/replays/mutations";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { formerState } from "../support/former-state";
import { newInquiry, receiptHolder } from "../support/inquiry";

testDatabase();

const FORMER = process.env.APP_SECRET ?? "";
const NEWER = "s2:another secret that only tests know, 32+";

async function replayWith(ring: string) {
  vi.stubEnv("APP_SECRET", ring);
  vi.resetModules();
  const rotated = await import("@/lib/replays/mutations");
  return rotated.replayJournal(system("replay"));
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test("what an older secret named is found while that secret is in the ring; without it nobody opens", async () => {
  const { id, reference } = await newInquiry();
  await replayJournal(system("replay"));
  const restore = await formerState();
  await eraseOwnInquiry(await receiptHolder(reference));
  await restore();
  const isThere = async () => (await db.inquiry.count({ where: { id, erasedAt: null } })) === 1;
  await expect(replayWith(NEWER)).rejects.toThrow("APP_SECRET: s1 is missing");
  expect(await isThere()).toBe(true);
  expect(await replayWith(`${NEWER},s1:${FORMER}`)).toMatchObject({ replayed: 1 });
  expect(await isThere()).toBe(false);
});
