import { expect, test } from "@playwright/test";

test("a search by city and medication works without scripts, and its address can be shared", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/listings");
  await page.getByLabel("Name, place or service").fill("long beach");
  await page.getByLabel("Buprenorphine").check();
  await page.getByRole("button", { name: "Show places" }).first().click();
  await expect(page).toHaveURL(/q=long\+beach.*medication=buprenorphine/);
  const hits = page.getByRole("main").locator("ol > li");
  expect(await hits.count()).toBeGreaterThan(0);
  for (const text of await hits.allTextContents()) {
    expect(text).toMatch(/long beach/i);
    expect(text).toContain("buprenorphine");
  }
  await expect(page.getByLabel("Name, place or service")).toHaveValue("long beach");
  await context.close();
});

test("a filter counts only places that answered yes", async ({ page }) => {
  await page.goto("/listings?payment=medi-cal&language=spanish");
  const hits = page.getByRole("main").locator("ol > li");
  for (const text of await hits.allTextContents()) {
    expect(text).toMatch(/Medi-Cal: *Yes/);
    expect(text).toMatch(/Spanish: *Yes/);
  }
  await expect(page.getByLabel("Medi-Cal (Medicaid)")).toBeChecked();
});

test("pages follow one another without gap or repeat", async ({ page }) => {
  await page.goto("/listings?sort=name");
  const links = page.getByRole("main").locator("ol > li h3 a");
  const first = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(first).toHaveLength(20);
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(/after=/);
  const second = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(second).toHaveLength(20);
  expect(second.filter((href) => first.includes(href))).toEqual([]);
  await page.getByRole("link", { name: "Previous page" }).click();
  await expect(links.first()).toHaveAttribute("href", first[0] ?? "");
});

test("an address that makes no sense shows everything instead of an error", async ({ page }) => {
  const response = await page.goto("/listings?kind=castle&page=-7&sort=money&q=%00&q=a%27--&near[]=1");
  expect(response?.status()).toBe(200);
  await expect(page.getByText("Part of the address was left out")).toBeVisible();
  await expect(page.getByRole("heading", { name: "305 places" })).toBeVisible();
});

test("signs that a database reads as patterns are only letters here", async ({ page }) => {
  await page.goto("/listings?q=a%25b_c");
  await expect(page.getByRole("heading", { name: "No place fits" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Ask us" })).toHaveAttribute("href", "/contact");
});
