import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
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
import { testDatabase } from "../support/database";
import { browser, formOf, outcomeOf } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

const PASSWORD = "correct horse battery";
const signIn = (email: string, password: string, next = "/admin") =>
  outcomeOf(() => signInAction(null, formOf({ email, password, next })));

beforeEach(async () => {
  browser.forget();
  await db.staffMember.deleteMany();
  await db.rateLimit.deleteMany();
  await ensureFirstAdministrator({ email: "Admin@Example.org", password: PASSWORD });
});

describe("the first administrator", () => {
  test("is made once, and never again while anyone is on the staff", async () => {
    expect(await ensureFirstAdministrator({ email: "other@example.org", password: PASSWORD })).toBe("exists");
    expect(await db.staffMember.count()).toBe(1);
  });
});

describe("signing in", () => {
  test("with e-mail and password leads to the page asked for", async () => {
    expect(await signIn("admin@example.org", PASSWORD, "/admin/listings")).toEqual({ redirect: "/admin/listings" });
    expect(await currentStaff()).toMatchObject({ email: "admin@example.org", role: "admin" });
  });

  test("never leads to another site", async () => {
    for (const next of ["https://evil.example", "//evil.example", "/admin//evil.example", "/admin/../contact"]) {
      expect(await signIn("admin@example.org", PASSWORD, next)).toEqual({ redirect: "/admin" });
    }
  });

  test("answers an unknown account and a wrong password alike, and sends no password back", async () => {
    const wrong = await signIn("admin@example.org", "a wrong password");
    const unknown = await signIn("nobody@example.org", "a wrong password");
    expect(wrong).toEqual({
      answer: { status: "failed", code: "refused", values: { email: "admin@example.org", next: "/admin" } },
    });
    expect(JSON.stringify(unknown).replace("nobody", "admin")).toBe(JSON.stringify(wrong));
    expect(await currentStaff()).toBeNull();
  });

  test("takes as long for an unknown account as for a wrong password", async () => {
    const timed = async (email: string) => {
      const start = performance.now();
      await signIn(email, "a wrong password");
      return performance.now() - start;
    };
    await timed("nobody@example.org");
    const median = async (email: string) => {
      const times = [await timed(email), await timed(email), await timed(email)];
      return times.toSorted((a, b) => a - b)[1]!;
    };
    const [known, unknown] = [await median("admin@example.org"), await median("nobody@example.org")];
    // Hashing takes tens of milliseconds, a lookup alone one or two.
    expect(unknown).toBeGreaterThan(known / 3);
  });

  test("is stopped after ten wrong guesses at one account, also for the right password", async () => {
    for (let guess = 0; guess < 10; guess++) await signIn("admin@example.org", "a wrong password");
    expect(await signIn("ADMIN@example.org ", PASSWORD)).toMatchObject({ answer: { code: "too_many" } });
    expect(await signIn("nobody@example.org", "a wrong password")).toMatchObject({ answer: { code: "refused" } });
  });

  test("is stopped after thirty tries from one address, whichever the account", async () => {
    for (let guess = 0; guess < 30; guess++) await signIn(`nobody${guess}@example.org`, "a wrong password");
    expect(await signIn("admin@example.org", PASSWORD)).toMatchObject({ answer: { code: "too_many" } });
  });

  test("clears the account's count when it succeeds", async () => {
    for (let guess = 0; guess < 9; guess++) await signIn("admin@example.org", "a wrong password");
    expect(await signIn("admin@example.org", PASSWORD)).toEqual({ redirect: "/admin" });
    expect(await signIn("admin@example.org", "a wrong password")).toMatchObject({ answer: { code: "refused" } });
  });
});

describe("signing out", () => {
  test("ends the session in the database, not only in the browser", async () => {
    await signIn("admin@example.org", PASSWORD);
    const kept = new Map(browser.cookies);
    expect(await outcomeOf(signOutAction)).toEqual({ redirect: "/admin/sign-in" });
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect(await currentStaff()).toBeNull();
  });

  test("everywhere ends every browser's session", async () => {
    await signIn("admin@example.org", PASSWORD);
    const elsewhere = new Map(browser.cookies);
    browser.forget();
    await signIn("admin@example.org", PASSWORD);
    expect(await db.staffLogin.count()).toBe(2);
    await outcomeOf(signOutEverywhereAction);
    expect(await db.staffLogin.count()).toBe(0);
    for (const [name, value] of elsewhere) browser.cookies.set(name, value);
    expect(await currentStaff()).toBeNull();
  });
});

describe("one's own password", () => {
  const change = (currentPassword: string, newPassword: string) =>
    outcomeOf(() => changePasswordAction(null, formOf({ currentPassword, newPassword })));

  test("changes with the current one, signs other browsers out and keeps this one", async () => {
    await signIn("admin@example.org", PASSWORD);
    browser.forget();
    await signIn("admin@example.org", PASSWORD);
    expect(await change(PASSWORD, "another long password")).toEqual({ answer: { status: "ok", data: null } });
    expect(await db.staffLogin.count()).toBe(1);
    expect(await currentStaff()).not.toBeNull();
    browser.forget();
    expect(await signIn("admin@example.org", "another long password")).toEqual({ redirect: "/admin" });
  });

  test("stays when the current one is wrong or the new one too short", async () => {
    await signIn("admin@example.org", PASSWORD);
    expect(await change("not the password", "another long password")).toMatchObject({ answer: { code: "refused" } });
    expect(await change(PASSWORD, "elevensigns")).toEqual({
      answer: { status: "invalid", fieldErrors: { newPassword: "passwordLength" }, values: {} },
    });
  });
});

describe("people", () => {
  const add = async (role: string) => {
    const result = await addMemberAction(null, formOf({ name: "Ed", email: `second-${role}@example.org`, role }));
    if (result.status !== "ok") throw new Error(result.status);
    const member = await db.staffMember.findUniqueOrThrow({ where: { email: `second-${role}@example.org` } });
    return { ...result.data, staffId: member.id };
  };

  beforeEach(() => signIn("admin@example.org", PASSWORD));

  test("who is added signs in with the password shown once, which is stored only as a hash", async () => {
    const { email, password } = await add("editor");
    browser.forget();
    expect(await signIn(email, password)).toEqual({ redirect: "/admin" });
    const stored = await db.staffAccount.findMany({ select: { password: true } });
    expect(JSON.stringify(stored)).not.toContain(password);
    expect(JSON.stringify(await db.auditEvent.findMany())).not.toContain(password);
  });

  test("an address can be used once", async () => {
    await add("editor");
    expect(
      await addMemberAction(null, formOf({ name: "B", email: "second-editor@example.org", role: "admin" })),
    ).toMatchObject({ status: "failed", code: "email_taken" });
  });

  test("the last administrator can neither leave nor step down", async () => {
    const { id } = await db.staffMember.findUniqueOrThrow({ where: { email: "admin@example.org" } });
    expect(await removeMemberAction(null, formOf({ staffId: id }))).toMatchObject({ code: "last_admin" });
    expect(await changeRoleAction(null, formOf({ staffId: id, role: "editor" }))).toMatchObject({ code: "last_admin" });
    const { staffId } = await add("admin");
    const both = [id, staffId].map((one) => removeMemberAction(null, formOf({ staffId: one })));
    await Promise.allSettled(both);
    expect(await db.staffMember.count({ where: { role: "admin" } })).toBe(1);
  });

  test("a member's new role and removal take effect at once", async () => {
    const { staffId, email, password } = await add("editor");
    const admin = new Map(browser.cookies);
    browser.forget();
    await signIn(email, password);
    const theirs = new Map(browser.cookies);
    const as = (cookies: Map<string, string>) => {
      browser.forget();
      for (const [name, value] of cookies) browser.cookies.set(name, value);
    };
    as(admin);
    await changeRoleAction(null, formOf({ staffId, role: "outreach" }));
    as(theirs);
    expect(await currentStaff()).toMatchObject({ role: "outreach" });
    as(admin);
    await removeMemberAction(null, formOf({ staffId }));
    as(theirs);
    expect(await currentStaff()).toBeNull();
  });
});
