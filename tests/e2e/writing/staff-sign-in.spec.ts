import { ADMINISTRATOR, signIn } from "../../support/staff-browser";
import { expect, test } from "../../support/writing-test";

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("a visitor who asks for an admin page signs in and comes to it; signing out closes it", async ({ page }) => {
      await page.goto("/admin/listings");
      await expect(page).toHaveURL("/admin/sign-in?next=%2Fadmin%2Flistings");
      await page.getByLabel("E-mail").fill(ADMINISTRATOR.email);
      await page.getByLabel("Password").fill(ADMINISTRATOR.password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Listings");
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page).toHaveURL("/admin/sign-in");
      await page.goto("/admin/listings");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
    });

    test("a wrong password is refused in words, and the e-mail stays", async ({ page }) => {
      await page.goto("/admin/sign-in");
      await page.getByLabel("E-mail").fill("somebody@example.org");
      await page.getByLabel("Password").fill("not the password");
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByText("E-mail and password do not match.")).toBeVisible();
      await expect(page.getByLabel("E-mail")).toHaveValue("somebody@example.org");
      await expect(page.getByLabel("Password")).toHaveValue("");
    });
  });
}

test("the sign-in cookie cannot be read by scripts nor sent from other sites' forms", async ({ page, context }) => {
  await signIn(page);
  const cookies = await context.cookies();
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatchObject({ name: "staff", httpOnly: true, sameSite: "Lax", path: "/" });
});

test("none of the sign-in library's own addresses answers", async ({ request }) => {
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
