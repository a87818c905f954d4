// What staff may save as the team's public email.
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { checkSettings } from "@/lib/server/env";
import { saveTeamContactAction } from "@/lib/settings/actions";
import { newStaffKey } from "@/lib/staff/staff-form-key";
import { testDatabase } from "../support/database";
import { formOf } from "../support/staff-request";
import { as, idOf, signInTwo } from "../support/two-staff-members";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();
beforeAll(signInTwo);

const LED_ON = { redirect: "/admin/settings?done=saved" };
const REFUSED = { answer: { status: "invalid", fieldErrors: { email: "emailFormat" } } };

test.each([
  ["http://localhost:3000", "team@localhost", LED_ON],
  ["http://localhost:3000", "team@example.org", LED_ON],
  ["http://example.org", "team@localhost", REFUSED],
  ["http://example.org", "team@box.localhost", REFUSED],
  ["http://example.org", "team@example.org", LED_ON],
  ["http://example.org", "", LED_ON],
])("at %s staff save %j, if people reach somebody there", async (SITE_URL, email, outcome) => {
  await db.setting.deleteMany();
  process.env.SITE_URL = SITE_URL;
  checkSettings(["SITE_URL"]);
  const $key = newStaffKey({ staffId: idOf.get("author") ?? "" });
  const form = formOf({ $key, $form: "teamContact", email, phone: "", answersWithin: "", checkedOn: "2026-08-01" });
  expect(await as("author", () => saveTeamContactAction(null, form))).toMatchObject(outcome);
  expect(await db.setting.count({ where: { key: "teamContact" } })).toBe(outcome === LED_ON ? 1 : 0);
});
