import { beforeEach, describe, expect, test } from "vitest";
import { GET } from "@/app/api/ready/route";
import { system } from "@/lib/audit/actor";
import { db } from "@/lib/server/db";
import { saveSetting } from "@/lib/settings/mutations";
import { getSettings } from "@/lib/settings/queries";
import { seedSettings } from "@/prisma/seed/settings";
import { refuseSilentTeam } from "../../scripts/setup/team-contact-check";
import { testDatabase } from "../support/database";

process.env.TEAM_EMAIL = "team@localhost";
testDatabase();

const NOBODY = { email: null, phone: null };
const BY_EMAIL = { email: "hello@example.org", phone: null };
const BY_PHONE = { email: null, phone: "+12135550123" };

beforeEach(async () => void (await db.setting.deleteMany()));

const set = (contact: typeof NOBODY | typeof BY_EMAIL | typeof BY_PHONE) =>
  saveSetting(system("seed"), "teamContact", contact, "2026-11-22");

describe("a site whose team", () => {
  test.each([
    ["nobody can reach", NOBODY, false],
    ["has an email", BY_EMAIL, true],
    ["has a phone", BY_PHONE, true],
  ])("%s: starts and is ready accordingly, and says what to do", async (_, contact, isReached) => {
    await seedSettings();
    await set(contact);
    const starts = await refuseSilentTeam(process.env.DATABASE_URL!).then(() => "", String);
    expect(starts).toMatch(isReached ? /^$/ : /Set TEAM_EMAIL and run: npm run seed/);
    const answer = await GET();
    const { checks, problems } = (await answer.json()) as { checks: { team: boolean }; problems?: string[] };
    expect(checks.team).toBe(isReached);
    const ofTeam = (problems ?? []).filter((words) => words.includes("/admin/settings/teamContact"));
    expect(ofTeam).toHaveLength(isReached ? 0 : 1);
    // Whatever else is wrong here, such a site is never called ready.
    expect([isReached, answer.status]).not.toEqual([false, 200]);
  });

  test("is in no settings at all is not taken for one that can be reached", async () => {
    expect(((await (await GET()).json()) as { checks: object }).checks).toMatchObject({ team: false });
  });

  test("cannot be asked for, because the database is away, may start", async () => {
    await expect(refuseSilentTeam("postgresql://nobody@127.0.0.1:9/none")).resolves.toBeUndefined();
  });
});

test("the seed writes TEAM_EMAIL only where nobody could reach the team", async () => {
  const seeded = async () => {
    await seedSettings();
    return (await getSettings()).teamContact.value;
  };
  expect(await seeded()).toEqual({ email: "team@localhost", phone: null, answersWithin: null });
  for (const contact of [BY_EMAIL, BY_PHONE]) {
    await set(contact);
    expect(await seeded()).toEqual({ ...contact, answersWithin: null });
  }
  await set(NOBODY);
  expect(await seeded()).toEqual({ email: "team@localhost", phone: null, answersWithin: null });
});

test("a row from before the team could say its time has none, and the seed keeps a time", async () => {
  await seedSettings();
  await db.setting.update({ where: { key: "teamContact" }, data: { value: NOBODY } });
  expect((await getSettings()).teamContact.value).toEqual({ ...NOBODY, answersWithin: null });
  await saveSetting(system("seed"), "teamContact", { ...NOBODY, answersWithin: "day" }, "2026-11-22");
  await seedSettings();
  expect((await getSettings()).teamContact.value).toEqual({
    email: "team@localhost",
    phone: null,
    answersWithin: "day",
  });
});
