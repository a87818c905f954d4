// Forms that were opened before a release and are sent after it.
import { readFileSync } from "node:fs";
import { sendAsOlderBuild } from "../../support/older-build";
import {
  CORRECTED,
  CORRECTION_REFERENCE,
  fillCorrection,
  fillInquiry,
  INQUIRY_REFERENCE,
  newPerson,
  CONSENT_LABEL,
  send,
} from "../../support/public-forms";
import { ADMINISTRATOR } from "../../support/staff-browser";
import { unique } from "../../support/unique";
import { expect, test, type Page } from "../../support/writing-test";

const LOST = "Words that must not be lost";

async function fillContact(page: Page, path = "/contact"): Promise<void> {
  await page.goto(path);
  await fillInquiry(page, newPerson({ message: LOST }));
  await page.getByLabel(CONSENT_LABEL).check();
}

test("the names of actions do not depend on the build", () => {
  const manifest = readFileSync(".next/server/server-reference-manifest.json", "utf8");
  // The key that makes them: next.config.ts.
  expect((JSON.parse(manifest) as { encryptionKey: string }).encryptionKey).toBe(
    "6M13bCzVg+eQ46ZghKLgkcYGo0F4kqHvFnOj1SRw+uk=",
  );
});

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("an inquiry is taken", async ({ page }) => {
      await fillContact(page);
      await sendAsOlderBuild(page);
      await send(page);
      await expect(page.getByText(INQUIRY_REFERENCE)).toBeVisible();
      await expect(page).toHaveURL(/\/contact\/thank-you/);
    });

    test("a correction is taken", async ({ page }) => {
      await page.goto(`${CORRECTED}/correction`);
      await fillCorrection(page, { scripts });
      await sendAsOlderBuild(page);
      await send(page);
      await expect(page.getByText(CORRECTION_REFERENCE)).toBeVisible();
    });

    test("what staff wrote is saved", async ({ staff }) => {
      const page = await staff.page("admin", { javaScriptEnabled: scripts });
      await page.goto("/admin/listings?status=published&q=Cri-Help");
      await page.locator("tbody a").first().click();
      const city = page.getByLabel("City");
      const before = await city.inputValue();
      await city.fill(`City ${unique()}`);
      const written = await city.inputValue();
      await sendAsOlderBuild(page);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByText("Saved. Public pages are up to date.")).toBeVisible();
      await page.unrouteAll();
      await page.goto(page.url());
      await expect(city).toHaveValue(written);
      await city.fill(before);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByText("Saved. Public pages are up to date.")).toBeVisible();
    });
  });
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("who was about to sign in is signed in", async ({ page }) => {
    await page.goto("/admin/sign-in");
    await page.getByLabel("E-mail").fill(ADMINISTRATOR.email);
    await page.getByLabel("Password").fill(ADMINISTRATOR.password);
    await sendAsOlderBuild(page);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  });

  test("a button beside the form never does what the form does", async ({ staff }) => {
    const page = await staff.page("editor", { javaScriptEnabled: false });
    await page.goto("/admin/posts/new");
    await page.getByLabel("Title").fill(`Older ${unique()}`);
    await page.getByRole("button", { name: "Make a draft" }).click();
    await expect(page.getByText("Draft made.")).toBeVisible();
    const path = new URL(page.url()).pathname;
    await page.getByLabel("Summary").fill(LOST);
    await sendAsOlderBuild(page);
    await page.getByRole("button", { name: "Keep as a draft" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Our site was renewed while you were writing");
    await expect(page.getByRole("textbox", { name: "Summary" })).toHaveValue(LOST);
    await page.unrouteAll();
    await page.goto(path);
    await expect(page.getByLabel("Summary")).toHaveValue("");
  });

  test("an inquiry that lacks something is answered as ever, and can be sent again", async ({ page }) => {
    await page.goto("/contact");
    await fillInquiry(page, newPerson({ message: LOST }));
    await sendAsOlderBuild(page);
    await send(page);
    await expect(page.getByRole("link", { name: /Tick the box to give/ })).toBeVisible();
    await expect(page.getByLabel("Your message")).toHaveValue(LOST);
    await page.getByLabel(CONSENT_LABEL).check();
    await send(page);
    await expect(page.getByText(INQUIRY_REFERENCE)).toBeVisible();
  });

  test("words for which today's form has no place come back whole, with whom to call", async ({ page }) => {
    await fillContact(page);
    await sendAsOlderBuild(page, (body) => body.replace('name="message"', 'name="story"'));
    await send(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Our site was renewed while you were writing");
    const boxes = page.getByRole("main").getByRole("textbox");
    expect(await boxes.evaluateAll((all) => all.map((box) => (box as HTMLTextAreaElement).value))).toContain(LOST);
    await expect(page.getByRole("textbox", { name: "Name or nickname" })).toHaveValue("Ana");
    await expect(page.getByRole("link", { name: /988/ }).first()).toBeVisible();
    expect(await page.content()).not.toContain("<script");
    await page.getByRole("link", { name: "Open the page anew" }).click();
    await expect(page).toHaveURL(/\/contact$/);
  });
});

test("a form of the wrong kind, or too large, comes back in its language", async ({ request }) => {
  const type = { "content-type": "text/plain" };
  const plain = await request.post("/es/contact", { headers: type, data: LOST });
  expect([plain.status(), await plain.text()]).toEqual([400, expect.stringMatching(/lang="es"[^]*988[^]*Words that/)]);
  const large = await request.post("/contact", { multipart: { message: `${LOST} ${"x".repeat(1_100_000)}` } });
  expect(large.status()).toBe(409);
  expect(await large.text()).toContain(LOST);
});
