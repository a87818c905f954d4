// What somebody typed is not lost when their session ended before they pressed the button, whatever the form.
import path from "node:path";
import { globSync } from "tinyglobby";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { db } from "@/lib/server/db";
import { signInAction } from "@/lib/staff/actions";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { newStaffKey } from "@/lib/staff/staff-form-key";
import { forgetOldForms } from "@/lib/kept-forms/mutations";
import { findKeptPath } from "@/lib/kept-forms/queries";
import { requireStaff } from "@/lib/staff/session";
import { testDatabase } from "../support/database";
import { browser, formOf, outcomeOf } from "../support/staff-request";
import { as, idOf, signInTwo, type Person } from "../support/two-staff-members";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

const PAGE = "/admin/posts/a-post";
const HOUR_MS = 60 * 60 * 1000;

beforeAll(async () => {
  browser.headers.set("x-request-path", PAGE);
  await signInTwo();
});
beforeEach(() => db.keptForm.deleteMany());

/** A form of a page that was shown to one of the two. */
const shownTo = (person: Person, fields: Record<string, string>, form = "post", now = Date.now()) =>
  formOf({ $key: newStaffKey({ staffId: idOf.get(person) ?? "" }, now), $form: form, ...fields });
const signedOut = <Answer>(act: () => Promise<Answer>) => {
  browser.forget();
  return outcomeOf(act);
};
const gate = (form: FormData) => requireStaff("editor", form).then(() => "passed");
const waitingFor = async (person: Person) => {
  const outcome = await as(person, async () => getStaffForms(await requireStaff()));
  return "answer" in outcome ? outcome.answer.kept : null;
};

describe("of every action that takes a form", () => {
  /** They ask for no session, or say by name that they end it. */
  const OPEN = /^(signIn|signOut|submitInquiry|reportCorrection|forgetForms)/;

  test("the words are kept for whoever the page was shown to, sealed", async () => {
    const seen: string[] = [];
    for (const file of globSync("lib/*/actions.ts").filter((each) => !each.includes("receipts"))) {
      const actions = (await import(path.resolve(file))) as Record<string, (...args: unknown[]) => Promise<unknown>>;
      for (const [name, action] of Object.entries(actions)) {
        if (OPEN.test(name) || action.length === 0) continue;
        const form = shownTo("author", { text: `Typed for ${name}` }, name);
        const outcome = await signedOut(() => (action.length === 1 ? action(form) : action(null, form)));
        expect(outcome).toEqual({ redirect: `/admin/sign-in?next=${encodeURIComponent(PAGE)}` });
        const row = await db.keptForm.findFirstOrThrow({ where: { form: name } });
        expect(row.staffMemberId).toBe(idOf.get("author"));
        expect(row.words).not.toContain("Typed");
        seen.push(name);
        await db.keptForm.deleteMany();
      }
    }
    expect(seen.length).toBeGreaterThan(20);
  });
});

describe("the words that were kept", () => {
  const LONG = { title: "A title", body: "Largo ñ € 🙂 \r\n".repeat(7000).slice(0, 100_000) };

  test("come back whole to the same person, also after signing in elsewhere, and to nobody else", async () => {
    await signedOut(() => gate(shownTo("author", LONG)));
    expect(await waitingFor("second")).toEqual({});
    expect(await waitingFor("author")).toEqual({ post: LONG });
  });

  test("go when the same form is sent again, with others of the page left alone", async () => {
    await signedOut(() => gate(shownTo("author", { title: "One" })));
    await signedOut(() => gate(shownTo("author", { text: "Two" }, "note")));
    await as("author", () => gate(shownTo("author", { title: "One" })));
    expect(await waitingFor("author")).toEqual({ note: { text: "Two" } });
  });

  test("of a form that is sent twice are the newest", async () => {
    for (const title of ["Older", "Newer"]) await signedOut(() => gate(shownTo("author", { title })));
    expect(await waitingFor("author")).toEqual({ post: { title: "Newer" } });
  });

  test("are shown on the page they were typed on, as its URL stood", async () => {
    browser.headers.set("referer", `https://example.org${PAGE}?place=a-place`);
    await signedOut(() => gate(shownTo("author", { title: "One" })));
    browser.headers.delete("referer");
    const staffId = idOf.get("author") ?? "";
    expect(await findKeptPath(staffId, PAGE)).toBe(`${PAGE}?place=a-place`);
    expect(await findKeptPath(staffId, "/admin/posts")).toBe("/admin/posts");
    const credentials = { email: "author@example.org", password: "correct horse battery", next: PAGE };
    expect(await signedOut(() => signInAction(null, formOf(credentials)))).toEqual({
      redirect: `${PAGE}?place=a-place`,
    });
  });

  test("never hold a password, and are no more after a month", async () => {
    await signedOut(() => gate(shownTo("author", { currentPassword: "x", newPassword: "y", email: "z" })));
    expect(await waitingFor("author")).toEqual({ post: { email: "z" } });
    await db.keptForm.updateMany({ data: { keptAt: new Date(Date.now() - 30 * 24 * HOUR_MS) } });
    expect(await waitingFor("author")).toEqual({});
    await forgetOldForms(system("retention"));
    expect(await db.keptForm.count()).toBe(0);
  });

  test("are few: who sends without end replaces the oldest", async () => {
    for (let count = 0; count < 105; count += 1) await signedOut(() => gate(shownTo("author", {}, `form ${count}`)));
    expect(await db.keptForm.count()).toBe(100);
    expect(Object.keys((await waitingFor("author")) ?? {})).toContain("form 104");
  });
});

test("a page that a colleague had opened does nothing in one's own name, and keeps the colleague's words", async () => {
  expect(await as("second", () => gate(shownTo("author", { title: "Hers" })))).toEqual({
    redirect: `${PAGE}?done=another_person`,
  });
  expect(await waitingFor("second")).toEqual({});
  expect(await waitingFor("author")).toEqual({ post: { title: "Hers" } });
});

test.each([
  ["no key", () => formOf({ title: "x" })],
  ["a made-up key", () => formOf({ $key: "made.up", $form: "post", title: "x" })],
  ["a key of weeks ago", () => shownTo("author", { title: "x" }, "post", Date.now() - 8 * 24 * HOUR_MS)],
  ["the key of somebody who has left", () => formOf({ $key: newStaffKey({ staffId: "left" }), $form: "post" })],
])("with %s nothing is kept", async (_, form) => {
  await signedOut(() => gate(form()));
  expect(await db.keptForm.count()).toBe(0);
});
