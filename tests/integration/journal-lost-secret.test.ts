import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { eraseOwnInquiry } from "@/lib/receipts/mutations";
import { replayJournal } from "@/lib/replays/mutations";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { formerState } from "../support/former-state";
import { newInquiry, receiptHolder } from "../support/inquiry";

testDatabase();

const FORMER = `s1:${process.env.APP_SECRET}`;
const NEWER = "s2:another secret that only tests know, 32+";
const BOTH = `${NEWER},${FORMER}`;

/** A process that starts with this ring, and the events that it logs. */
async function start(ring: string) {
  vi.stubEnv("APP_SECRET", ring);
  vi.resetModules();
  const events: unknown[] = [];
  const { logger } = await import("@/lib/server/logger");
  vi.spyOn(logger, "warn").mockImplementation((event, fields) => void events.push({ event, ...fields }));
  const [replays, restore, keys, receipts] = await Promise.all([
    import("@/lib/replays/mutations"),
    import("@/scripts/restore/journal"),
    import("@/lib/keys/mutations"),
    import("@/lib/receipts/mutations"),
  ]);
  const replay = () => replays.replayJournal(system("replay"));
  const backupMadeAt = new Date();
  const restored = (goesWithout: boolean) => restore.replayRestored(system("replay"), { backupMadeAt, goesWithout });
  return { ...restore, ...keys, ...receipts, replay, restored, events };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** In the files themselves: each test of this file leaves lines. */
function linesNamedBy(secret: string): number {
  const folder = path.join(process.env.DATA_DIR ?? "", "journal");
  const lines = readdirSync(folder).flatMap((name) => readFileSync(path.join(folder, name), "utf8").split("\n"));
  return lines.filter((line) => line.includes(`"subject":"${secret}.`)).length;
}

const isThere = async (id: string) => (await db.inquiry.count({ where: { id, erasedAt: null } })) === 1;
const LOST = [{ kind: "secret", keyId: "s1" }] as const;

/** Two people who were erased after the backup that is back now: one under the former secret, one under the newer. */
let former = "";
let newer = "";
beforeEach(async () => {
  await db.keyFingerprint.deleteMany();
  const [first, second] = [await newInquiry(), await newInquiry()];
  [former, newer] = [first.id, second.id];
  await replayJournal(system("replay"));
  const restore = await formerState();
  await eraseOwnInquiry(await receiptHolder(first.reference));
  const { eraseOwnInquiry: eraseLater } = await start(BOTH);
  await eraseLater(await receiptHolder(second.reference));
  await restore();
});

test("once it is lost for good, what others named is done again, and what it named is counted at each start", async () => {
  const without = await start(NEWER);
  await expect(without.replay()).rejects.toThrow(/If it is lost for good: npm run reencrypt -- --lost s1/);
  await without.noteLostKeys(system("keys"), LOST);
  expect(await without.replay()).toMatchObject({ replayed: 1, unreachable: { s1: 1 } });
  expect([await isThere(former), await isThere(newer)]).toEqual([true, false]);
  const again = await start(NEWER);
  expect(await again.replay()).toMatchObject({ replayed: 0, unreachable: { s1: 1 } });
  expect(again.events).toEqual([{ event: "journal.secret_lost", secret: "s1", lines: 1 }]);
  // Found again, it does what was left.
  expect(await (await start(BOTH)).replay()).toMatchObject({ replayed: 1, unreachable: {} });
  expect(await isThere(former)).toBe(false);
});

test("a start without a secret that older backups need says which, and until when", async () => {
  const at = new Date();
  await (await start(BOTH)).replay();
  const without = await start(NEWER);
  await without.replay();
  const [{ neededUntil, ...warning } = { neededUntil: "" }] = without.events as { neededUntil: string }[];
  expect(without.events).toHaveLength(1);
  expect(warning).toEqual({ event: "journal.secret_absent", secret: "s1", lines: linesNamedBy("s1") });
  const days = (new Date(neededUntil).getTime() - at.getTime()) / (24 * 60 * 60 * 1000);
  expect(days).toBeGreaterThan(29.9);
  expect(days).toBeLessThanOrEqual(30);
});

test("a restore without the secret ends in words, and goes on for whoever says so, with a count", async () => {
  const without = await start(NEWER);
  await expect(without.restored(false)).rejects.toThrow(
    /by secrets that are not here: 1 by s1\.[^]*in APP_SECRET, in the environment or \.env\.[^]*: --without-journal/,
  );
  expect([await isThere(former), await isThere(newer)]).toEqual([true, true]);
  const done = await without.restored(true);
  expect(done.note).toMatch(/; 1 act done again; 1 cannot be: s1 is lost$/);
  expect([await isThere(former), await isThere(newer)]).toEqual([true, false]);
  // The site starts with it.
  expect(await (await start(NEWER)).replay()).toMatchObject({ unreachable: { s1: 1 } });
});
