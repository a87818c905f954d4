// Guesses at the passwords of the staff: who is slowed by them, who is not, and who is told.
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { db } from "@/lib/server/db";
import { consume } from "@/lib/server/rate-limit";
import { changePasswordAction, readTriesAction, signInAction } from "@/lib/staff/actions";
import { findFailedTries } from "@/lib/staff/admin-queries";
import { addStaffMember, ensureFirstAdministrator } from "@/lib/staff/mutations";
import { currentStaff, requireStaff } from "@/lib/staff/session";
import { newStaffKey } from "@/lib/staff/staff-form-key";
import { startCommand } from "../support/command";
import { testDatabase } from "../support/database";
import { METRICS_TOKEN, readMetrics } from "../support/metrics";
import { browser, formOf, outcomeOf } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

process.env.METRICS_TOKEN = METRICS_TOKEN;
testDatabase();

const OWN = { email: "admin@example.org", password: "correct horse battery" };
const QUARTER_HOUR = 15 * 60;
/** What each of them is known by in their own browser. */
let ownBrowser: Map<string, string>;
let secondMember: { email: string; password: string };

const from = (ip: string) => browser.headers.set("x-socket-ip", ip);
const tryWith = (email: string, password: string) => outcomeOf(() => signInAction(null, formOf({ email, password })));
const signIn = () => tryWith(OWN.email, OWN.password);
const guess = (email = OWN.email) => tryWith(email, "a wrong password");
const IN = { redirect: "/admin" };
const refused = (code: string) => ({ answer: { status: "failed", code } });
const idOf = async (email: string) => (await db.staffMember.findUniqueOrThrow({ where: { email } })).id;

function use(cookies: Map<string, string>): void {
  browser.forget();
  for (const [name, value] of cookies) browser.cookies.set(name, value);
}

/** Counts tries as the sign-in does, without the hashing. */
async function useUp(name: string, key: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await consume(name, key, { points: times, seconds: QUARTER_HOUR });
}

beforeAll(async () => {
  await ensureFirstAdministrator(system("administrator"), OWN);
  from("198.51.100.1");
  await signIn();
  ownBrowser = new Map([...browser.cookies].filter(([name]) => name === "staff-browser"));
  const staff = await currentStaff();
  const added = await addStaffMember(staff!, { name: "Ed", email: "ed@example.org", role: "editor" });
  secondMember = { email: "ed@example.org", password: added!.password };
});
beforeEach(async () => {
  browser.forget();
  from("203.0.113.1");
  await db.rateLimit.deleteMany();
  await db.staffLogin.deleteMany();
  await db.staffMember.updateMany({ data: { triesReadAt: new Date() } });
});

describe("where tries cannot be counted", () => {
  async function uncounted<Result>(act: () => Promise<Result>): Promise<Result> {
    await db.$executeRaw`ALTER TABLE "rate_limit" RENAME TO "rate_limit_away"`;
    try {
      return await act();
    } finally {
      await db.$executeRaw`ALTER TABLE "rate_limit_away" RENAME TO "rate_limit"`;
    }
  }

  test.each([
    ["in a new browser", () => browser.forget()],
    ["in a known one", () => use(ownBrowser)],
  ])("also the right password is refused %s, with words that say why", async (_, open) => {
    open();
    expect(await uncounted(signIn)).toMatchObject(refused("unavailable"));
    expect(await db.staffLogin.count()).toBe(0);
    expect(await signIn()).toEqual(IN);
  });

  test("no password is changed", async () => {
    await signIn();
    const before = await db.staffAccount.findMany({ select: { password: true } });
    const form = formOf({ currentPassword: OWN.password, newPassword: "another long password" });
    const answer = await uncounted(() => outcomeOf(() => changePasswordAction(null, form)));
    expect(answer).toMatchObject(refused("unavailable"));
    expect(await db.staffAccount.findMany({ select: { password: true } })).toEqual(before);
  });
});

describe("while somebody guesses from elsewhere", () => {
  test("the member signs in where they have before, however many guesses come, and from wherever", async () => {
    for (let ip = 1; ip <= 12; ip += 1) {
      from(`192.0.2.${ip}`);
      browser.forget();
      await guess();
    }
    await useUp("sign-in-ip", "203.0.113.1", 30);
    from("203.0.113.1");
    browser.forget();
    expect(await signIn()).toMatchObject(refused("too_many"));
    use(ownBrowser);
    expect(await signIn()).toEqual(IN);
  });

  test("they sign in at a new computer too, whose network did not guess; one that did has to wait (tests/integration/ip-limit.test.ts says how long)", async () => {
    await useUp("sign-in-account", OWN.email, 10);
    from("198.51.100.7");
    expect(await signIn()).toEqual(IN);

    from("192.0.2.9");
    browser.forget();
    await useUp("sign-in-account", OWN.email, 10);
    expect(await guess()).toMatchObject(refused("refused"));
    expect(await signIn()).toMatchObject(refused("too_many"));
  });

  test("guesses in a known browser are limited by themselves, and leave every other browser alone", async () => {
    use(ownBrowser);
    for (let times = 1; times <= 10; times += 1) expect(await guess()).toMatchObject(refused("refused"));
    expect(await signIn()).toMatchObject(refused("too_many"));
    browser.forget();
    expect(await signIn()).toEqual(IN);
  });
});

describe("a known browser", () => {
  test("is known for the member who signed in with it, and for nobody else", async () => {
    await useUp("sign-in-account", secondMember.email, 10);
    await useUp("sign-in-ip", "203.0.113.1", 30);
    use(ownBrowser);
    expect(await tryWith(secondMember.email, secondMember.password)).toMatchObject(refused("too_many"));
  });

  test("of several members is known for each", async () => {
    use(ownBrowser);
    expect(await tryWith(secondMember.email, secondMember.password)).toEqual(IN);
    const shared = new Map([...browser.cookies].filter(([name]) => name === "staff-browser"));
    await useUp("sign-in-ip", "203.0.113.1", 30);
    for (const { email, password } of [OWN, secondMember]) {
      use(shared);
      expect(await tryWith(email, password)).toEqual(IN);
    }
  });

  test.each<[string, (value: string) => string]>([
    ["altered", (value) => value.replace(/^./, "X")],
    ["made up", () => "W10.AAAA"],
    ["empty", () => ""],
  ])("is not one whose cookie is %s", async (_, change) => {
    use(new Map([...ownBrowser].map(([name, value]) => [name, change(value)])));
    await useUp("sign-in-ip", "203.0.113.1", 30);
    expect(await signIn()).toMatchObject(refused("too_many"));
  });

  test("carries no word and no id of the member", async () => {
    const said = [...ownBrowser.values()].map((value) => Buffer.from(value.split(".")[0]!, "base64url").toString());
    expect(said.join()).not.toMatch(/admin|example/i);
    expect(said.join()).not.toContain(await idOf(OWN.email));
  });
});

describe("a wrong password", () => {
  const failures = () => db.auditEvent.findMany({ where: { action: "staff.sign_in_failed" }, orderBy: { at: "asc" } });

  test("is written down for the account, without what was typed; for nobody's account it is only counted", async () => {
    const before = (await failures()).length;
    await guess();
    use(ownBrowser);
    await guess();
    await guess("stranger@example.com");
    const noted = (await failures()).slice(before);
    const subject = { subjectType: "staff", subjectId: await idOf(OWN.email), actorId: null, actorName: "gate" };
    expect(noted).toMatchObject([
      { ...subject, after: { browser: "unknown" } },
      { ...subject, after: { browser: "known" } },
    ]);
    expect(JSON.stringify(noted)).not.toMatch(/wrong password|stranger|example|203\.0/);
    const metrics = await readMetrics();
    expect(metrics).toMatch(/staff_sign_ins_total\{outcome="wrong_password"\} [1-9]/);
    expect(metrics).toMatch(/staff_sign_ins_total\{outcome="no_account"\} [1-9]/);
  });

  test("is told to the member at the next sign-in until they have read it, and to nobody else", async () => {
    for (let times = 1; times <= 3; times += 1) await guess();
    use(ownBrowser);
    await guess();
    await signIn();
    const staff = (await currentStaff())!;
    const told = await findFailedTries(staff);
    expect(told).toMatchObject({ count: 4, unknown: 3 });
    // One more comes while they read.
    const signedIn = new Map(browser.cookies);
    browser.forget();
    await guess();
    use(signedIn);
    expect(await outcomeOf(() => readTriesAction(formOf({ until: told!.until.toISOString() })))).toEqual(IN);
    expect(await findFailedTries(staff)).toMatchObject({ count: 1, unknown: 1 });
    browser.forget();
    await tryWith(secondMember.email, secondMember.password);
    expect(await findFailedTries((await currentStaff())!)).toBeNull();
  });
});

describe("a session", () => {
  const hoursAgo = (hours: number) => db.$executeRaw`
    UPDATE "StaffLogin" SET "usedAt" = utc_clock() - make_interval(hours => ${hours}::int)`;
  const begunHoursAgo = (hours: number) => db.$executeRaw`
    UPDATE "StaffLogin" SET "createdAt" = utc_clock() - make_interval(hours => ${hours}::int)`;

  test.each<[string, () => Promise<unknown>, boolean]>([
    ["used eleven hours ago goes on", () => hoursAgo(11), true],
    ["used thirteen hours ago has ended", () => hoursAgo(13), false],
    ["begun six days ago goes on", () => begunHoursAgo(6 * 24), true],
    ["begun eight days ago has ended", () => begunHoursAgo(8 * 24), false],
  ])("%s, by the database's clock, whatever a cookie or this process says", async (_, set, goesOn) => {
    await signIn();
    await set();
    // As a process whose clock stands still would leave it.
    await db.staffLogin.updateMany({ data: { expiresAt: new Date(Date.now() + 30 * 24 * 3600_000) } });
    expect((await currentStaff()) !== null).toBe(goesOn);
    expect(await db.staffLogin.count()).toBe(goesOn ? 1 : 0);
  });

  test("begins when the database says, whatever the process that makes it says", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5 * 24 * 3600_000 });
    await signIn().finally(() => vi.useRealTimers());
    const [login] = await db.staffLogin.findMany();
    expect(login!.createdAt.getTime()).toBeLessThan(Date.now() + 3600_000);
  });

  test("that ended while somebody wrote keeps their words for them", async () => {
    await signIn();
    const staff = (await currentStaff())!;
    await hoursAgo(13);
    browser.headers.set("x-request-path", "/admin/posts/new");
    const form = formOf({ $key: newStaffKey(staff), $form: "post", title: "A title" });
    expect(await outcomeOf(() => requireStaff("editor", form))).toMatchObject({
      redirect: expect.stringContaining("/admin/sign-in"),
    });
    browser.headers.delete("x-request-path");
    expect(await db.keptForm.count({ where: { staffMemberId: staff.staffId, path: "/admin/posts/new" } })).toBe(1);
  });
});

describe("a new password", () => {
  test.each(["Password12345!", "administrator2026", "bestheroinrehab1"])(
    "that could be guessed (%s) is refused with words that say how to choose",
    async (newPassword) => {
      use(ownBrowser);
      await signIn();
      const form = formOf({ currentPassword: OWN.password, newPassword });
      expect(await outcomeOf(() => changePasswordAction(null, form))).toMatchObject({
        answer: { status: "invalid", fieldErrors: { newPassword: "passwordGuessable" }, values: {} },
      });
    },
  );

  test.each(["short", "administrator1", "password1234"])(
    "of the first administrator is judged alike (%s)",
    async (one) => {
      vi.stubEnv("ADMIN_EMAIL", "boss@example.org");
      vi.stubEnv("ADMIN_PASSWORD", one);
      const { code, errors } = await startCommand("scripts/administrator.ts", "--first").finally(() =>
        vi.unstubAllEnvs(),
      );
      expect(code).toBe(1);
      expect(errors).toContain("ADMIN_PASSWORD: choose 12 to 128 characters that nobody guesses");
      expect(errors).not.toContain(one);
    },
  );
});
