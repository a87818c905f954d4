import fc from "fast-check";
import { expect, test } from "vitest";
import { backupFileName, isBackupFileName } from "./backup-file-name";

test("a backup is named after its moment in UTC", () => {
  expect(backupFileName(new Date("2026-11-30T11:52:07.123Z"))).toBe("best-heroin-rehab-2026-11-30T11-52-07-123Z.tar");
});

test("names stand in the order of their moments, and each is known as ours", () => {
  const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(moment, moment, (a, b) => {
      const [first, second] = [backupFileName(a), backupFileName(b)];
      expect(isBackupFileName(first)).toBe(true);
      expect(Math.sign(a.getTime() - b.getTime())).toBe(first === second ? 0 : first < second ? -1 : 1);
    }),
  );
});

test.each([
  "best-heroin-rehab-2026-11-30T11-52-07-123Z.tar.part",
  "best-heroin-rehab.tar",
  "../best-heroin-rehab-2026-11-30T11-52-07-123Z.tar",
  "my-own-2026-11-30T11-52-07-123Z.tar",
])("%s is none of ours", (name) => {
  expect(isBackupFileName(name)).toBe(false);
});
