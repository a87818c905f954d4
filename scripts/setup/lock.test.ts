import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { takeLock, withLock } from "./lock.mjs";

const lockFile = () => path.join(mkdtempSync(path.join(tmpdir(), "lock-")), "a.lock");

test("a lock that is held names its holder", () => {
  const file = lockFile();
  const lock = takeLock(file);
  expect(takeLock(file)).toEqual({ holder: process.pid });
  if ("release" in lock) lock.release();
  expect(takeLock(file)).toMatchObject({ wasLeft: false });
});

test("a lock whose holder was killed is taken over, even when its process number is in use again", () => {
  const file = lockFile();
  writeFileSync(file, JSON.stringify({ pid: process.pid, start: "another time" }));
  expect(takeLock(file)).toMatchObject({ wasLeft: true });
});

test("work that needs the same lock is done one after the other", async () => {
  const file = lockFile();
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} starts`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push(`${name} ends`);
  };
  await Promise.all([withLock(file, work("one")), withLock(file, work("two"))]);
  expect(order).toEqual(["one starts", "one ends", "two starts", "two ends"]);
});
