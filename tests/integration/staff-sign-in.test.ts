import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { clientNetworks } from "@/lib/server/client-ip";
import { db, type Prisma } from "@/lib/server/db";
import { consume } from "@/lib/server/rate-limit";
import {
  addMemberAction,
  changePasswordAction,
  changeRoleAction,
  removeMemberAction,
  signInAction,
  signOutAction,
  signOutEverywhereAction,
} from "@/lib/staff/actions";
import { ensureFirstAdministrator } from "@/lib/staff/mutations";
import { currentStaff } from "@/lib/staff/session";
import { startCommand } from "../support/command";
import { testDatabase } from "../support/database";
import { browser, formOf, outcomeOf } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

const PASSWORD = "correct horse battery";
const signIn = (email: string, password: string, next = "/admin") =>
  outcomeOf(() => signInAction(null, formOf({ email, password, next })));

let first: "created" | "exists";
/** Hashing a password takes longer than all else here, so the rows of these two are made once and put back for each test. */
let administrator: { member: Prisma.StaffMemberCreateManyInput; account: Prisma.StaffAccountCreateManyInput };
let signedIn: { logins: Prisma.StaffLoginCreateManyInput[]; browsers: Map<string, string>[] };

beforeAll(async () => {
  first = await ensureFirstAdministrator(system("administrator"), { email: "Admin@Example.org", password: PASSWORD });
  administrator = {
    member: await db.staffMember.findFirstOrThrow(),
    account: await db.staffAccount.findFirstOrThrow(),
  };
  const browsers = [await newlySignedIn(), await newlySignedIn()];
  signedIn = { logins: await db.staffLogin.findMany(), browsers };
});

beforeEach(async () => {
  browser.forget();
  await db.staffMember.deleteMany();
  await db.rateLimit.deleteMany();
  await db.staffMember.createMany({ data: administrator.member });
  await db.staffAccount.createMany({ data: administrator.account });
});

async function newlySignedIn(): Promise<Map<string, string>> {
  browser.forget();
  expect(await signIn("admin@example.org", PASSWORD)).toEqual({ redirect: "/admin" });
  return new Map(browser.cookies);
}

/** The administrator is signed in in two browsers; this is one of them. @returns the other's cookies */
async function useSignedInBrowser(): Promise<Map<string, string>> {
  await db.staffLogin.createMany({ data: signedIn.logins });
  const [one, other] = signedIn.browsers;
  if (!one || !other) throw new Error("no browsers");
  useCookies(one);
  return other;
}

function useCookies(cookies: Map<string, string>): void {
  browser.forget();
  for (const [name, value] of cookies) browser.cookies.set(name, value);
}

describe("the first administrator", () => {
  test("is made once, and never again while anyone is on the staff", async () => {
    expect(first).toBe("created");
    expect(
      await ensureFirstAdministrator(system("administrator"), { email: "other@example.org", password: PASSWORD }),
    ).toBe("exists");
    expect(await db.staffMember.count()).toBe(1);
  });
});

describe("a session", () => {
  const HOUR_MS = 60 * 60 * 1000;
  const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS);
  const own = () => db.staffLogin.findFirstOrThrow({ where: { token: { startsWith: ownToken() } } });
  const ownToken = () => browser.cookies.get("staff")?.split(".")[0] ?? "";
  const set = async (data: object) => db.staffLogin.update({ where: { id: (await own()).id }, data });

  test("is prolonged by whoever works, in the database by every request and in the browser by every action", async () => {
    await useSignedInBrowser();
    await set({ createdAt: ago(20), usedAt: ago(11), expiresAt: ago(-1) });
    expect(await currentStaff()).not.toBeNull();
    expect((await own()).expiresAt.getTime()).toBeGreaterThan(ago(-11).getTime());
    browser.attributes.clear();
    await outcomeOf(() => addMemberAction(null, formOf({})));
    expect(browser.attributes.get("staff")).toMatchObject({ maxAge: 12 * 60 * 60, httpOnly: true, sameSite: "lax" });
  });

  test("ends half a day after the last request, and is not brought back by another", async () => {
    await useSignedInBrowser();
    await set({ expiresAt: ago(0) });
    expect([await currentStaff(), await currentStaff()]).toEqual([null, null]);
  });

  test("ends a week after its sign-in, however much work is done in it", async () => {
    await useSignedInBrowser();
    await set({ createdAt: ago(7 * 24 + 1), expiresAt: ago(-12) });
    expect(await currentStaff()).toBeNull();
    expect(await db.staffLogin.count({ where: { token: { startsWith: ownToken() } } })).toBe(0);
  });
});

describe("signing in", () => {
  test("with e-mail and password leads to the page asked for", async () => {
    expect(await signIn("admin@example.org", PASSWORD, "/admin/listings")).toEqual({ redirect: "/admin/listings" });
    expect(await currentStaff()).toMatchObject({ email: "admin@example.org", role: "admin" });
  });

  // lib/staff/schema.test.ts tries other ways out.
  test("never leads to another site", async () => {
    expect(await signIn("admin@example.org", PASSWORD, "//evil.example")).toEqual({ redirect: "/admin" });
  });

  test("answers an unknown account and a wrong password alike, after as much work, and sends no password back", async () => {
    /** With the processor time that it took, which no other program on the machine makes longer. */
    const refused = async (email: string) => {
      const before = process.cpuUsage();
      const outcome = await signIn(email, "a wrong password");
      const { user, system } = process.cpuUsage(before);
      return { outcome, work: user + system };
    };
    await refused("somebody@example.org");
    const [wrong, unknown] = [await refused("admin@example.org"), await refused("nobody@example.org")];
    expect(wrong.outcome).toEqual({
      answer: { status: "failed", code: "refused", values: { email: "admin@example.org", next: "/admin" } },
    });
    expect(JSON.stringify(unknown.outcome).replace("nobody", "admin")).toBe(JSON.stringify(wrong.outcome));
    expect(await currentStaff()).toBeNull();
    // Hashing takes tens of milliseconds, a lookup alone one or two.
    expect(unknown.work).toBeGreaterThan(wrong.work / 3);
  });

  test("is stopped after ten wrong guesses at one account, also for the right password", async () => {
    await useUp("sign-in-account", "admin@example.org", 9);
    expect(await signIn("admin@example.org", "a wrong password")).toMatchObject({ answer: { code: "refused" } });
    expect(await signIn("ADMIN@example.org ", PASSWORD)).toMatchObject({ answer: { code: "too_many" } });
    expect(await signIn("nobody@example.org", "a wrong password")).toMatchObject({ answer: { code: "refused" } });
  });

  test("is stopped after thirty tries from one IP, whichever the account", async () => {
    await useUp("sign-in-ip", clientNetworks(browser.request()).household, 29);
    expect(await signIn("nobody@example.org", "a wrong password")).toMatchObject({ answer: { code: "refused" } });
    expect(await signIn("admin@example.org", PASSWORD)).toMatchObject({ answer: { code: "too_many" } });
  });

  test("clears the account's count when it succeeds", async () => {
    await useUp("sign-in-account", "admin@example.org", 9);
    expect(await signIn("admin@example.org", PASSWORD)).toEqual({ redirect: "/admin" });
    expect(await signIn("admin@example.org", "a wrong password")).toMatchObject({ answer: { code: "refused" } });
  });

  /** Counts tries as the action counts them, without the hashing; those at the limit are made for real. */
  async function useUp(name: string, key: string, times: number): Promise<void> {
    // The action gives the limit; what is counted does not depend on it.
    const limit = { points: times, seconds: 15 * 60 };
    for (let count = 0; count < times; count++) await consume(name, key, limit);
  }
});

describe("signing out", () => {
  test("ends the session in the database, not only in the browser", async () => {
    await useSignedInBrowser();
    const kept = new Map(browser.cookies);
    expect(await currentStaff()).not.toBeNull();
    expect(await outcomeOf(signOutAction)).toEqual({ redirect: "/admin/sign-in" });
    expect([...browser.cookies.keys()]).toEqual(["staff-browser"]);
    useCookies(kept);
    expect(await currentStaff()).toBeNull();
  });

  test("everywhere ends every browser's session", async () => {
    const elsewhere = await useSignedInBrowser();
    expect(await db.staffLogin.count()).toBe(2);
    await outcomeOf(signOutEverywhereAction);
    expect(await db.staffLogin.count()).toBe(0);
    useCookies(elsewhere);
    expect(await currentStaff()).toBeNull();
  });
});

describe("one's own password", () => {
  const change = (currentPassword: string, newPassword: string) =>
    outcomeOf(() => changePasswordAction(null, formOf({ currentPassword, newPassword })));

  test("changes with the current one, signs other browsers out and keeps this one", async () => {
    await useSignedInBrowser();
    expect(await change(PASSWORD, "another long password")).toEqual({ answer: { status: "ok", data: null } });
    expect(await db.staffLogin.count()).toBe(1);
    expect(await currentStaff()).not.toBeNull();
    browser.forget();
    expect(await signIn("admin@example.org", "another long password")).toEqual({ redirect: "/admin" });
  });

  test("stays when the current one is wrong or the new one too short", async () => {
    await useSignedInBrowser();
    expect(await change("not the password", "another long password")).toMatchObject({ answer: { code: "refused" } });
    expect(await change(PASSWORD, "elevensigns")).toEqual({
      answer: { status: "invalid", fieldErrors: { newPassword: "passwordLength" }, values: {} },
    });
    expect(await db.staffAccount.findMany({ select: { password: true } })).toEqual([
      { password: administrator.account.password },
    ]);
  });
});

describe("people", () => {
  const add = async (role: string) => {
    const result = await addMemberAction(null, formOf({ name: "Ed", email: `second-${role}@example.org`, role }));
    if (result.status !== "ok") throw new Error(result.status);
    const member = await db.staffMember.findUniqueOrThrow({ where: { email: `second-${role}@example.org` } });
    return { ...result.data, staffId: member.id };
  };

  beforeEach(useSignedInBrowser);

  test("who is added signs in with the password shown once, which is stored only as a hash", async () => {
    const { email, password } = await add("editor");
    browser.forget();
    expect(await signIn(email, password)).toEqual({ redirect: "/admin" });
    const stored = await db.staffAccount.findMany({ select: { password: true } });
    expect(JSON.stringify(stored)).not.toContain(password);
    expect(JSON.stringify(await db.auditEvent.findMany())).not.toContain(password);
  });

  test("are all signed out by a command, which says how many, and the audit whom", async () => {
    const { staffId } = await add("editor");
    const { id } = await db.staffMember.findUniqueOrThrow({ where: { email: "admin@example.org" } });
    const { code, output } = await startCommand("scripts/administrator.ts", "--sign-everybody-out");
    expect({ code, output }).toEqual({ code: 0, output: "Everybody is signed out: 1 member was signed in.\n" });
    expect(await currentStaff()).toBeNull();
    const ended = await db.auditEvent.findMany({ where: { action: "staff.signed_out" } });
    expect(ended).toMatchObject([{ subjectId: id, actorName: "administrator" }]);
    expect(staffId).not.toBe(id);
  });

  test("an email can be used once", async () => {
    expect(
      await addMemberAction(null, formOf({ name: "B", email: "Admin@example.org", role: "editor" })),
    ).toMatchObject({ status: "failed", code: "email_taken" });
  });

  test("the last administrator can neither leave nor step down", async () => {
    const { id } = await db.staffMember.findUniqueOrThrow({ where: { email: "admin@example.org" } });
    expect(await removeMemberAction(null, formOf({ staffId: id }))).toMatchObject({ code: "last_admin" });
    expect(await changeRoleAction(null, formOf({ staffId: id, role: "editor" }))).toMatchObject({ code: "last_admin" });
    const second = { id: "second", name: "Second", email: "second@example.org", role: "admin" } as const;
    await db.staffMember.create({ data: second, select: { id: true } });
    const both = [id, second.id].map((one) => removeMemberAction(null, formOf({ staffId: one })));
    await Promise.allSettled(both);
    expect(await db.staffMember.count({ where: { role: "admin", removedAt: null } })).toBe(1);
  });

  test("a member's new role and removal take effect at once", async () => {
    const { staffId, email, password } = await add("editor");
    const admin = new Map(browser.cookies);
    browser.forget();
    await signIn(email, password);
    const theirs = new Map(browser.cookies);
    useCookies(admin);
    await changeRoleAction(null, formOf({ staffId, role: "outreach" }));
    useCookies(theirs);
    expect(await currentStaff()).toMatchObject({ role: "outreach" });
    useCookies(admin);
    await removeMemberAction(null, formOf({ staffId }));
    useCookies(theirs);
    expect(await currentStaff()).toBeNull();
  });
});
