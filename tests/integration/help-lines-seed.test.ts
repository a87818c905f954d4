import { beforeEach, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { db } from "@/lib/server/db";
import { saveSetting } from "@/lib/settings/mutations";
import { getSettings } from "@/lib/settings/queries";
import { CRISIS_KEYS, FIRST_CRISIS_LINES } from "@/lib/shared/crisis-lines";
import { seedSettings } from "@/prisma/seed/settings";
import { testDatabase } from "../support/database";

testDatabase();
beforeEach(async () => void (await db.setting.deleteMany()));

const seeded = async () => {
  await seedSettings();
  return (await getSettings()).crisisNumbers;
};

test("an empty house gets every help line that the site has words for", async () => {
  const { value, checkedOn } = await seeded();
  expect(value.map(({ key }) => key)).toEqual(CRISIS_KEYS);
  expect(checkedOn).toBe(FIRST_CRISIS_LINES.checkedOn);
});

test("a house from before gets the new ones after its own, which keep what staff wrote and their day", async () => {
  const own = [
    { key: "emergency" as const, number: "911" },
    { key: "county" as const, number: "1-800-555-0100" },
    { key: "lifeline" as const, number: "988" },
  ];
  await saveSetting(system("seed"), "crisisNumbers", own, "2026-11-25");
  const { value, checkedOn } = await seeded();
  expect(value.slice(0, 3)).toEqual(own);
  expect(value.slice(3).map(({ key }) => key)).toEqual(["samhsa", "sash", "alone"]);
  expect(checkedOn).toBe("2026-11-25");
  const { id } = await db.auditEvent.findFirstOrThrow({ orderBy: { id: "desc" }, select: { id: true } });
  expect(await seeded()).toEqual({ value, checkedOn });
  expect(await db.auditEvent.findFirstOrThrow({ orderBy: { id: "desc" }, select: { id: true } })).toEqual({ id });
});
