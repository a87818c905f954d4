import { expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { db } from "@/lib/server/db";
import { signInAction } from "@/lib/staff/actions";
import { knownBrowser, rememberBrowser } from "@/lib/staff/known-browser";
import { ensureFirstAdministrator } from "@/lib/staff/mutations";
import { currentStaff } from "@/lib/staff/session";
import { testDatabase } from "../support/database";
import { browser, formOf, outcomeOf } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);

process.env.SITE_URL = "https://example.org";
testDatabase();

test("on a site with TLS the sign-in cookie is bound to it, sent encrypted only, and out of reach of scripts", async () => {
  const administrator = { email: "admin@example.org", password: "correct horse battery" };
  await ensureFirstAdministrator(system("administrator"), administrator);
  await outcomeOf(() => signInAction(null, formOf({ ...administrator, next: "/admin" })));
  expect([...browser.attributes.keys()]).toEqual(["__Host-staff", "__Host-staff-browser"]);
  const { domain, ...attributes } = browser.attributes.get("__Host-staff") as { domain?: string };
  expect(domain).toBeUndefined();
  expect(attributes).toMatchObject({ secure: true, httpOnly: true, sameSite: "lax", path: "/", maxAge: 12 * 60 * 60 });
  expect(browser.attributes.get("__Host-staff-browser")).toMatchObject({
    secure: true,
    httpOnly: true,
    sameSite: "strict",
    path: "/",
    maxAge: 365 * 24 * 60 * 60,
  });
  expect(await currentStaff()).toMatchObject({ email: "admin@example.org" });
});

test("a browser that an earlier version knew by another name is still known, also by the new one", async () => {
  const { id } = await db.staffMember.findFirstOrThrow();
  const value = browser.cookies.get("__Host-staff-browser")!;
  browser.forget();
  expect(await knownBrowser(id)).toBeNull();
  browser.cookies.set("__Secure-staff-browser", value);
  const known = await knownBrowser(id);
  expect(known).toMatch(/^[\w-]{22}$/);
  await rememberBrowser(id);
  browser.cookies.delete("__Secure-staff-browser");
  expect([...browser.cookies.keys(), await knownBrowser(id)]).toEqual(["__Host-staff-browser", known]);
});
