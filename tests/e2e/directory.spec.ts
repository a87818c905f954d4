import { expect, test } from "@playwright/test";

test("a search by city and medication works without scripts, and its address can be shared", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/listings");
  await page.getByLabel("Name, city or ZIP code").fill("long beach");
  await page.getByLabel("Medication").selectOption({ label: "buprenorphine" });
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/q=long\+beach.*medication=buprenorphine/);
  const hits = page.getByRole("main").locator("ol > li");
  expect(await hits.count()).toBeGreaterThan(0);
  for (const text of await hits.allTextContents()) {
    expect(text).toMatch(/long beach/i);
    expect(text).toContain("buprenorphine");
  }
  await expect(page.getByLabel("Name, city or ZIP code")).toHaveValue("long beach");
  await context.close();
});

test("a filter counts only places that answered yes", async ({ page }) => {
  await page.goto("/listings?medical=1&spanish=1");
  const hits = page.getByRole("main").locator("ol > li");
  for (const text of await hits.allTextContents()) {
    expect(text).toMatch(/Medi-Cal: *Yes/);
    expect(text).toMatch(/Spanish: *Yes/);
  }
  await expect(page.getByLabel("Takes Medi-Cal")).toBeChecked();
});

test("pages follow one another without gap or repeat", async ({ page }) => {
  await page.goto("/listings?sort=name");
  const links = page.getByRole("main").locator("ol > li h3 a");
  const first = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(first).toHaveLength(20);
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page.getByText("Page 2 of 16")).toBeVisible();
  const second = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(second.filter((href) => first.includes(href))).toEqual([]);
});

test("an address that makes no sense shows everything instead of an error", async ({ page }) => {
  const response = await page.goto("/listings?kind=castle&medication=sugar&page=-7&sort=money&medical=maybe");
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("heading", { name: "305 places" })).toBeVisible();
});

test("signs that a database reads as patterns are only letters here", async ({ page }) => {
  await page.goto("/listings?q=%25");
  await expect(page.getByRole("heading", { name: "No place fits" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Ask us" })).toHaveAttribute("href", "/contact");
});
