// What cannot be undone wants a sign-in of the last quarter of an hour; everything else goes on as long as the session.
import path from "node:path";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ZodError } from "zod";
import { system } from "@/lib/audit/actor";
import { db } from "@/lib/server/db";
import { signInAction } from "@/lib/staff/actions";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { addStaffMember, ensureFirstAdministrator } from "@/lib/staff/mutations";
import { currentStaff } from "@/lib/staff/session";
import { newStaffKey } from "@/lib/staff/staff-form-key";
import { RECENT_SECONDS } from "@/lib/staff/types";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { ACTIONS, FOR_GOOD, STEPS_FOR_GOOD } from "../support/permission-matrix";
import { browser, formOf, outcomeOf } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase({ seeded: true });

const ADMINISTRATOR = { email: "admin@example.org", password: "correct horse battery" };
let staffId = "";

beforeAll(async () => {
  await db.staffMember.deleteMany();
  await ensureFirstAdministrator(system("administrator"), ADMINISTRATOR);
  ({ id: staffId } = await db.staffMember.findFirstOrThrow({ select: { id: true } }));
});

// Tries are counted, so the browser stays signed in from test to test.
beforeEach(async () => {
  if (!(await currentStaff())) await signIn("/admin");
});

async function signIn(next: string) {
  return outcomeOf(() => signInAction(null, formOf({ ...ADMINISTRATOR, next })));
}

/** The session of the browser began so long ago. */
async function signedInAgo(seconds: number): Promise<void> {
  await db.$executeRaw`
    UPDATE "StaffLogin" SET "createdAt" = utc_clock() - make_interval(secs => ${seconds}::int)
    WHERE "staffMemberId" = ${staffId}`;
}

async function isAskedAgain(name: string, form = new FormData()): Promise<boolean> {
  const [noun = "", exported = ""] = name.split("/");
  type Action = (...args: unknown[]) => Promise<unknown>;
  const actions = (await import(path.resolve(`lib/${noun}/actions.ts`))) as Record<string, Action>;
  const action = actions[exported]!;
  try {
    const outcome = await outcomeOf(() => (action.length === 1 ? action(form) : action(null, form)));
    return "redirect" in outcome && outcome.redirect.startsWith("/admin/sign-in?again=1&next=");
  } catch (error) {
    const isMissing = error instanceof Error && "digest" in error && String(error.digest).endsWith(";404");
    if (isMissing || error instanceof ZodError) return false;
    throw error;
  }
}

const gated = Object.keys(ACTIONS).filter((name) => ACTIONS[name] !== "open");
const steps = Object.entries(STEPS_FOR_GOOD).flatMap(([name, each]) => each.map((step) => ({ name, step })));

test.each(gated)("%s asks for the password again only when nobody can undo it", async (name) => {
  await signedInAgo(RECENT_SECONDS + 1);
  expect(await isAskedAgain(name)).toBe(FOR_GOOD.has(name));
});

test.each([...FOR_GOOD])("%s is done by whoever has just signed in", async (name) => {
  await signedInAgo(RECENT_SECONDS - 30);
  expect(await isAskedAgain(name)).toBe(false);
});

test.each(steps)("the step $step of $name asks for the password again", async ({ name, step }) => {
  await signedInAgo(RECENT_SECONDS + 1);
  expect(await isAskedAgain(name, formOf({ step }))).toBe(true);
});

test("nothing is done before the password is given, and then it is done by the same form", async () => {
  const added = await addStaffMember(staffSession(), { name: "Rae", email: "rae@example.org", role: "editor" });
  const where = { staffMemberId: added?.staffId ?? "" };
  const hash = async () => (await db.staffAccount.findFirstOrThrow({ where, select: { password: true } })).password;
  const before = await hash();
  const form = formOf({ staffId: where.staffMemberId });
  opened(form, `reset ${where.staffMemberId}`);
  await signedInAgo(RECENT_SECONDS + 1);
  browser.headers.set("x-request-path", "/admin/people");
  expect(await isAskedAgain("staff/resetPasswordAction", form)).toBe(true);
  expect(await hash()).toBe(before);
  expect(await signIn("/admin/people")).toEqual({ redirect: "/admin/people" });
  expect(await isAskedAgain("staff/resetPasswordAction", form)).toBe(false);
  expect(await hash()).not.toBe(before);
});

test("what was typed waits in its form while the password is asked for", async () => {
  const form = formOf({ id: staffId, way: "phone", sure: "on" });
  opened(form, "erasure");
  await signedInAgo(RECENT_SECONDS + 1);
  browser.headers.set("x-request-path", "/admin/people");
  expect(await isAskedAgain("desk/eraseForPersonAction", form)).toBe(true);
  await signIn("/admin/people");
  const staff = await currentStaff();
  expect(staff?.secondsSinceSignIn).toBeLessThan(RECENT_SECONDS);
  expect((await getStaffForms(staff!)).kept).toEqual({ erasure: { id: staffId, way: "phone", sure: "on" } });
});

test("signing in again ends the session that the browser had, and a wrong password ends nothing", async () => {
  const tokens = async () => (await db.staffLogin.findMany({ select: { token: true } })).map(({ token }) => token);
  const before = await tokens();
  const wrong = formOf({ ...ADMINISTRATOR, password: "not the password", next: "/admin" });
  expect(await outcomeOf(() => signInAction(null, wrong))).toMatchObject({ answer: { code: "refused" } });
  expect(await tokens()).toEqual(before);
  await signIn("/admin");
  const after = await tokens();
  expect(after).toHaveLength(before.length);
  expect(after.filter((token) => !before.includes(token))).toHaveLength(1);
  expect(await currentStaff()).toMatchObject({ staffId });
});

/** The hidden fields of a form that was shown to the administrator. */
function opened(form: FormData, name: string): void {
  form.set("$key", newStaffKey({ staffId }));
  form.set("$form", name);
}
