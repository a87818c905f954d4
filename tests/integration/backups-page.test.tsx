import { beforeAll, expect, test, vi } from "vitest";
import BackupsPage from "@/app/admin/backups/page";
import { backupFileName } from "@/lib/backups/backup-file-name";
import { db } from "@/lib/server/db";
import { formatMoment } from "@/lib/shared/dates";
import { messagesOf, type Locale } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";
import { drawStaffPage } from "../support/staff-pages";
import { signInTwo } from "../support/two-staff-members";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();
beforeAll(signInTwo);

const page = (locale: Locale) => drawStaffPage("author", BackupsPage, locale);

/** In Los Angeles it is still the day before. */
const MOMENT = new Date("2026-11-30T02:46:00Z");

test.each([
  ["en", "Begun (Los Angeles)", "File (named in UTC)"],
  ["es", "Comienzo (Los Ángeles)", "Archivo (nombre en UTC)"],
] as const)(
  "in %s a time and the name of a file beside it each say of which zone they are",
  async (locale, ...heads) => {
    await db.backup.deleteMany();
    const zones = messagesOf(locale).admin.backup.zones;
    expect(await page(locale)).not.toContain(zones);
    const [fileName, sha256] = [backupFileName(MOMENT), "0".repeat(64)];
    await db.backup.create({ data: { startedAt: MOMENT, madeAt: MOMENT, way: "copy", fileName, bytes: 5n, sha256 } });
    const html = await page(locale);
    for (const words of [zones, ...heads, fileName, formatMoment(locale, MOMENT)]) expect(html).toContain(words);
    expect(fileName).toContain("2026-11-30T02-46");
    expect(formatMoment(locale, MOMENT)).toMatch(/29.*PST/);
  },
);
