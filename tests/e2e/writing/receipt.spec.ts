// The person's own page: what it shows, its buttons with and without scripts, and that its URL goes nowhere.
import { accessibilityFailures, goDark, overflowOf } from "../../support/accessibility";
import { newPerson, sendInquiry } from "../../support/public-forms";
import { AURORA } from "../../support/public-pages";
import { expect, test, type Page } from "../../support/writing-test";

const TOKEN = /\/inquiry\/[A-Za-z0-9_-]{43}$/;

/** Sends the form and opens the receipt from the thank-you page. */
async function openReceipt(page: Page, options: { scripts?: boolean; path?: string } = {}): Promise<string> {
  await sendInquiry(page, newPerson({ message: "A story that only I may read" }), options);
  await page.getByRole("link", { name: "Open my private page" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your inquiry");
  expect(page.url()).toMatch(TOKEN);
  return page.url();
}

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("a person limits their consent to a place they look up, and then withdraws it", async ({ page }) => {
      await openReceipt(page, { scripts });
      await expect(page.getByText("It covers any place listed on this site that fits.")).toBeVisible();
      await expect(page.getByText("None so far.")).toBeVisible();
      // Nobody ends a permission by the first button at hand.
      await expect(page.locator("#buttons ~ * :is(a, button)").first()).toHaveText("Limit it to some places");
      await page.getByRole("link", { name: "Limit it to some places" }).click();
      await page.getByLabel("Find a place by name or city").fill("aurora charter");
      await page.getByRole("button", { name: "Find" }).click();
      await page.getByRole("link", { name: /Add Aurora Charter Oak/ }).click();
      await page.getByRole("button", { name: "Limit my permission" }).click();
      await expect(page.getByText("Your permission is limited to the places below.")).toBeVisible();
      await expect(page.getByText("It covers only these places:").first()).toBeVisible();
      await expect(page.getByText("The wider permission that it replaced")).toBeVisible();
      await page.getByRole("button", { name: "Withdraw my permission" }).click();
      await expect(page.getByText("Your permission is withdrawn.")).toBeVisible();
      await expect(page.getByRole("button", { name: "Withdraw my permission" })).toHaveCount(0);
    });

    test("a person deletes everything, and no way back brings it back", async ({ page }) => {
      const receipt = await openReceipt(page, { scripts });
      await page.getByRole("link", { name: "Delete everything" }).click();
      await page.getByRole("link", { name: "Keep it" }).click();
      await page.getByRole("link", { name: "Delete everything" }).click();
      await page.getByRole("button", { name: "Delete everything now" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Everything is deleted");
      await expect(page.getByText("One last email confirms it.")).toBeVisible();
      await page.goBack();
      if (await page.getByRole("button", { name: "Delete everything now" }).isVisible()) {
        await page.getByRole("button", { name: "Delete everything now" }).click();
      }
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Everything is deleted");
      for (const part of ["", "/narrow", "/delete"]) {
        await page.goto(receipt + part);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Everything is deleted");
      }
    });
  });
}

test("a copy has what was sent, as a file that nothing keeps", async ({ page }) => {
  const receipt = await openReceipt(page);
  const answer = await page.request.post(`${receipt}/copy`);
  const headers = answer.headers();
  expect(headers["content-disposition"]).toMatch(/^attachment; filename="BHR-/);
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["x-robots-tag"]).toBe("noindex, nofollow");
  expect(await answer.json()).toMatchObject({ sent: { name: "Ana", message: "A story that only I may read" } });
  expect((await page.request.get(`${receipt}/copy`)).status()).toBe(405);
});

test("the thank-you page shows the link to the browser that sent the form, and to no other", async ({
  page,
  browser,
  baseURL,
}) => {
  await openReceipt(page);
  await page.goBack();
  await expect(page).toHaveURL(/thank-you\?reference=BHR-.{6}$/);
  const thankYou = page.url();
  await expect(page.getByRole("link", { name: "Open my private page" })).toBeVisible();
  const other = await browser.newPage(baseURL ? { baseURL } : {});
  await other.goto(thankYou);
  await expect(other.getByText("The link to it is in our confirmation email")).toBeVisible();
  expect(await other.content()).not.toContain("/inquiry/");
  await other.close();
});

test("the page and its parts are kept nowhere, and its URL goes nowhere", async ({ page, baseURL }) => {
  const receipt = await openReceipt(page);
  const token = receipt.slice(-43);
  const referrers: (string | undefined)[] = [];
  page.on("request", (request) => referrers.push(request.headers().referer));
  for (const part of ["", "/narrow", "/delete"]) {
    const response = await page.goto(receipt + part);
    const headers = response?.headers() ?? {};
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["x-robots-tag"]).toBe("noindex, nofollow");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    await expect(page).toHaveTitle("Private page");
  }
  await page.getByRole("link", { name: "Rankings" }).first().click();
  await page.waitForURL(`${baseURL}/rankings`);
  expect(referrers.filter((referrer) => referrer?.includes(token))).toEqual([]);
});

test("whatever is wrong with a link, it leads to one page that says so and no longer shows it", async ({ page }) => {
  const pages = new Set<string>();
  for (const token of [
    "x",
    "A".repeat(43),
    "..%2Fadmin",
    "%00",
    "A".repeat(43) + "/narrow",
    "A".repeat(43) + "/delete",
  ]) {
    const response = await page.goto(`/inquiry/${token}`);
    if (page.url().endsWith("/inquiry")) expect(response?.status()).toBe(404);
    pages.add(`${response?.status()} ${new URL(page.url()).pathname} ${await page.locator("h1").textContent()}`);
  }
  // A URL that is no text at all is answered before any page is asked.
  expect([...pages].filter((each) => !each.startsWith("404 "))).toEqual([]);
  expect([...pages]).toContain("404 /inquiry This link opens nothing");
});

test.describe("on a small phone", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("the receipt and its pages are accessible, light and dark, and fit", async ({ page }) => {
    const receipt = await openReceipt(page, { path: `/contact?place=${AURORA}` });
    for (const part of ["", "/narrow", "/delete"]) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(receipt + part);
      expect(await overflowOf(page)).toBe(0);
      expect(await accessibilityFailures(page, "wcag")).toEqual([]);
      await goDark(page);
      expect(await accessibilityFailures(page, "colors")).toEqual([]);
    }
  });
});
