import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { GET } from "@/app/api/ready/route";
import { system } from "@/lib/audit/actor";
import { db } from "@/lib/server/db";
import { checkSettings } from "@/lib/server/env";
import { saveSetting } from "@/lib/settings/mutations";
import { getSettings } from "@/lib/settings/queries";
import { seedSettings } from "@/prisma/seed/settings";
import { refuseSilentTeam } from "../../scripts/setup/team-contact-check";
import { refuseUnreachable } from "../../scripts/up/reachable";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";

process.env.TEAM_EMAIL = "team@localhost";
testDatabase();

const NOBODY = { email: null, phone: null };
const BY_EMAIL = { email: "hello@example.org", phone: null };
const BY_EMAIL_HERE = { email: "team@localhost", phone: null };
const BOTH = { email: "team@localhost", phone: "+12135550123" };
const BY_PHONE = { email: null, phone: "+12135550123" };

beforeEach(async () => void (await db.setting.deleteMany()));

const HERE = "http://localhost:3000";
const PUBLIC = "https://example.org";

type Contact = { email: string | null; phone: string | null };
const set = (contact: Contact, actor: Parameters<typeof saveSetting>[0] = system("seed")) =>
  saveSetting(actor, "teamContact", contact, "2026-11-22");

/** The settings are read once by a process; these are asked for anew. */
function startAt(settings: { SITE_URL: string; TEAM_EMAIL: string }): void {
  Object.assign(process.env, settings);
  checkSettings(["SITE_URL", "TEAM_EMAIL"]);
}
afterEach(() => startAt({ SITE_URL: HERE, TEAM_EMAIL: "team@localhost" }));

describe("a site whose team", () => {
  test.each([
    ["nobody can reach", HERE, NOBODY, false],
    ["has an email", HERE, BY_EMAIL, true],
    ["has a phone", HERE, BY_PHONE, true],
    ["has an email at this machine, where the site is", HERE, BY_EMAIL_HERE, true],
    ["nobody can reach, for all to see", PUBLIC, NOBODY, false],
    ["has an email, for all to see", PUBLIC, BY_EMAIL, true],
    ["has a phone, for all to see", PUBLIC, BY_PHONE, true],
    ["has an email at this machine, and the site is for all to see", PUBLIC, BY_EMAIL_HERE, false],
    ["has a phone beside such an email", PUBLIC, BOTH, true],
  ])("%s: starts and is ready accordingly, and says what to do", async (_, SITE_URL, contact, isReached) => {
    await seedSettings();
    await set(contact);
    startAt({ SITE_URL, TEAM_EMAIL: "" });
    const starts = await refuseSilentTeam(process.env.DATABASE_URL!, SITE_URL).then(() => "", String);
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
    await expect(refuseSilentTeam("postgresql://nobody@127.0.0.1:9/none", PUBLIC)).resolves.toBeUndefined();
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

describe("in the place of the email at this machine that a start here wrote", () => {
  const seeded = async () => {
    await seedSettings();
    const row = await db.setting.findUniqueOrThrow({ where: { key: "teamContact" }, select: { value: true } });
    return (row.value as Contact).email;
  };

  test.each([
    ["a public site", PUBLIC, "hello@example.org", "hello@example.org"],
    ["a public site without TEAM_EMAIL", PUBLIC, "", "team@localhost"],
    ["a public site with one at this machine", PUBLIC, "team@localhost", "team@localhost"],
    ["a copy that is told of another one", HERE, "hello@example.org", "hello@example.org"],
    ["a copy", HERE, "team@localhost", "team@localhost"],
  ])("%s has after the seed what people reach, if it is there", async (_, SITE_URL, TEAM_EMAIL, email) => {
    expect(await seeded()).toBe("team@localhost");
    startAt({ SITE_URL, TEAM_EMAIL });
    expect(await seeded()).toBe(email);
  });

  test("what staff set stays on this machine, and gives way where it reaches nobody", async () => {
    await seedSettings();
    await set({ email: "hello@example.org", phone: null });
    await set(BY_EMAIL_HERE, staffSession());
    startAt({ SITE_URL: HERE, TEAM_EMAIL: "hello@example.org" });
    expect(await seeded()).toBe("team@localhost");
    startAt({ SITE_URL: PUBLIC, TEAM_EMAIL: "hello@example.org" });
    expect(await seeded()).toBe("hello@example.org");
  });

  test("pages of a public site name none, though it stands in the settings", async () => {
    await seedSettings();
    await set(BOTH);
    startAt({ SITE_URL: PUBLIC, TEAM_EMAIL: "" });
    expect((await getSettings()).teamContact.value).toMatchObject({ email: null, phone: BOTH.phone });
  });
});

describe("a start that fills in what is empty", () => {
  const NONE = "postgresql://nobody@127.0.0.1:9/none";
  const EMAILS = { MAIL_TO: "team@example.org", MAIL_FROM: "a@example.org", TEAM_EMAIL: "hello@example.org" };
  const saidOf = (settings: Record<string, string>, url = NONE) =>
    refuseUnreachable({ NODE_ENV: "production", ...settings }, url).then(() => "", String);
  const namedIn = (said: string) => [...said.matchAll(/^ +([A-Z_]+): set /gm)].map(([, name]) => name);

  test("asks for nothing at this machine", async () => {
    expect(await saidOf({ SITE_URL: HERE })).toBe("");
  });

  test("names all that a public site lacks at once, and how to try it here", async () => {
    const said = await saidOf({ SITE_URL: PUBLIC });
    expect(namedIn(said)).toEqual(["MAIL_TO", "MAIL_FROM", "TEAM_EMAIL"]);
    expect(said).toContain("leave SITE_URL empty");
    expect(await saidOf({ SITE_URL: PUBLIC, ...EMAILS })).toBe("");
    expect(namedIn(await saidOf({ SITE_URL: PUBLIC, ...EMAILS, MAIL_TO: "team@localhost" }))).toEqual(["MAIL_TO"]);
  });

  test("asks for no public email where staff have set one", async () => {
    const settings = { SITE_URL: PUBLIC, ...EMAILS, TEAM_EMAIL: "" };
    await seedSettings();
    expect(namedIn(await saidOf(settings, process.env.DATABASE_URL))).toEqual(["TEAM_EMAIL"]);
    await set(BY_PHONE);
    expect(await saidOf(settings, process.env.DATABASE_URL)).toBe("");
  });
});
