import { withSiteDatabase } from "../../support/site-database";
import { ADMINISTRATOR, giveSignIn, signIn } from "../../support/staff-browser";
import { unique } from "../../support/unique";
import { expect, test, type Page } from "../../support/writing-test";

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("a visitor who asks for an admin page signs in and comes to it; signing out closes it", async ({ page }) => {
      await page.goto("/admin/listings");
      await expect(page).toHaveURL("/admin/sign-in?next=%2Fadmin%2Flistings");
      await giveSignIn(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Listings");
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page).toHaveURL("/admin/sign-in");
      await page.goto("/admin/listings");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
    });

    test("a wrong password is refused in words, and the e-mail stays", async ({ page }) => {
      await page.goto("/admin/sign-in");
      await giveSignIn(page, { email: "somebody@example.org", password: "not the password" });
      await expect(page.getByText("E-mail and password do not match.")).toBeVisible();
      await expect(page.getByLabel("E-mail")).toHaveValue("somebody@example.org");
      await expect(page.getByLabel("Password")).toHaveValue("");
    });

    test("what was typed when the session had ended is in the form again after signing in", async ({
      page,
      context,
    }) => {
      await signIn(page);
      await page.goto("/admin/posts/new");
      await page.getByLabel("Title").fill(`Signed out ${unique()}`);
      await page.getByRole("button", { name: "Make a draft" }).click();
      await expect(page.getByText("Draft made.")).toBeVisible();
      const editor = page.url().split("?")[0] ?? "";
      const words = { summary: "A summary that must not be lost.", body: `${"Largo ñ € ".repeat(80)}.\n\n`.repeat(40) };
      await page.getByLabel("Summary").fill(words.summary);
      await page.getByLabel("Text (Markdown)").fill(words.body);
      await page.getByLabel("Name 1", { exact: true }).fill("The Editorial Board");
      const elsewhere = await context.newPage();
      await elsewhere.goto("/admin/account");
      await elsewhere.getByRole("button", { name: "Sign out", exact: true }).click();
      await expect(elsewhere).toHaveURL("/admin/sign-in");
      await page.getByRole("button", { name: "Publish" }).click();
      await expect(page).toHaveURL(`/admin/sign-in?next=${encodeURIComponent(new URL(editor).pathname)}`);
      await giveSignIn(page);
      await expect(page.getByText("What you typed here is not saved")).toBeVisible();
      await expect(page.getByLabel("Summary")).toHaveValue(words.summary);
      await expect(page.getByLabel("Text (Markdown)")).toHaveValue(words.body);
      await expect(page.getByLabel("Name 1", { exact: true })).toHaveValue("The Editorial Board");
      await page.getByRole("button", { name: "Publish" }).click();
      await expect(page.getByText("Saved. Public pages are up to date.")).toBeVisible();
      await page.goto(editor);
      await expect(page.getByLabel("Text (Markdown)")).toHaveValue(words.body.trim());
      await expect(page.getByText("What you typed here is not saved")).toHaveCount(0);
      await page.getByRole("button", { name: "Archive" }).click();
      await expect(page.getByText("Saved. Public pages are up to date.")).toBeVisible();
    });

    test("what nobody can undo asks for the password once more, and is done by the second press", async ({ page }) => {
      await signIn(page);
      await page.goto("/admin/people");
      const email = `again-${unique()}@example.org`;
      await page.getByLabel("Name", { exact: true }).fill("Asked Again");
      await page.getByLabel("E-mail", { exact: true }).fill(email);
      await page.getByRole("button", { name: "Add a person" }).click();
      await expect(page.getByText(`Password of ${email}, shown this once:`)).toBeVisible();
      await page.goto("/admin/people");
      const row = page.getByRole("row").filter({ hasText: email });
      await row.getByText("Manage").click();
      await beginAnHourAgo(page);
      await row.getByRole("button", { name: "New password for Asked Again" }).click();
      await expect(page).toHaveURL("/admin/sign-in?again=1&next=%2Fadmin%2Fpeople");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Enter your password once more");
      await expect(page.getByLabel("E-mail")).toHaveValue(ADMINISTRATOR.email);
      await expect(page.getByRole("link", { name: "Back, without doing it" })).toHaveAttribute("href", "/admin/people");
      await giveSignIn(page);
      await expect(page).toHaveURL("/admin/people");
      await row.getByRole("button", { name: "New password for Asked Again" }).click();
      await expect(page.getByText(`Password of ${email}, shown this once:`)).toBeVisible();
    });
  });
}

/** The session of this browser began an hour ago. */
async function beginAnHourAgo(page: Page): Promise<void> {
  const cookie = (await page.context().cookies()).find(({ name }) => name === "staff");
  const token = decodeURIComponent(cookie?.value ?? "").split(".")[0];
  const aged = await withSiteDatabase((client) =>
    client.query(`UPDATE "StaffLogin" SET "createdAt" = "createdAt" - interval '1 hour' WHERE "token" = $1`, [token]),
  );
  expect(aged.rowCount).toBe(1);
}

test("the sign-in cookie cannot be read by scripts nor sent from other sites' forms", async ({ page, context }) => {
  await signIn(page);
  const cookies = (await context.cookies()).toSorted((one, other) => one.name.localeCompare(other.name));
  expect(cookies).toMatchObject([
    { name: "staff", httpOnly: true, sameSite: "Lax", path: "/" },
    { name: "staff-browser", httpOnly: true, sameSite: "Strict", path: "/admin" },
  ]);
});

test("none of the sign-in library's own URLs answers", async ({ request }) => {
  for (const path of ["/api/auth/sign-in/email", "/api/auth/sign-up/email", "/api/auth/get-session"])
    expect((await request.post(path, { data: {} })).status()).toBe(404);
});

test("the staff area speaks Spanish to a browser that asks for it", async ({ browser }) => {
  const context = await browser.newContext({ locale: "es-MX" });
  const page = await context.newPage();
  await page.goto("/admin/sign-in");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Iniciar sesión");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await context.close();
});
