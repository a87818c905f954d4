import fc from "fast-check";
import { expect, test } from "vitest";
import { backupsToRemove } from "./kept-backups";

const DAY_MS = 24 * 60 * 60 * 1000;
const now = new Date("2026-11-30T12:00:00Z");
const ago = (days: number) => ({ madeAt: new Date(now.getTime() - days * DAY_MS) });

test("what is older than its days goes, what is not stays", () => {
  const [today, month, older] = [ago(0), ago(30), ago(30.01)];
  expect(backupsToRemove([older, today, month], 30, now)).toEqual([older]);
});

test("the newest stays, however old all are", () => {
  const [old, older] = [ago(400), ago(500)];
  expect(backupsToRemove([older, old], 30, now)).toEqual([older]);
  expect(backupsToRemove([old], 30, now)).toEqual([]);
  expect(backupsToRemove([], 30, now)).toEqual([]);
});

test("whatever stood there, something is left, and nothing that is young enough goes", () => {
  const ages = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(ages, fc.integer({ min: 1, max: 365 }), (days, kept) => {
      const backups = days.map(ago);
      const removed = backupsToRemove(backups, kept, now);
      expect(removed.length).toBeLessThan(backups.length);
      for (const { madeAt } of removed) expect(now.getTime() - madeAt.getTime()).toBeGreaterThan(kept * DAY_MS);
    }),
  );
});
