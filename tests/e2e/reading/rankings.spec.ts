import { expect, test } from "@playwright/test";
import { FIRST_EDITION } from "../../support/first-edition";

/** What a phone on a slow line may have to load of the list; 65 kB since every program has its call beside it. */
const MAX_LIST_BYTES = 68_000;

test("every ranked place shows rank, score and what is known, in the order of the scores", async ({ page }) => {
  await page.goto("/rankings");
  const scores = await page.locator("section[id^=band-] li strong").allTextContents();
  expect(scores.length).toBeGreaterThan(100);
  expect(scores.map(Number)).toEqual(scores.map(Number).sort((a, b) => b - a));
  const first = page.locator("#band-1 li").first();
  await expect(first).toContainText(/Rank 1(?!\d)/);
  await expect(first).toContainText(/\d+% known/);
  await expect(first).toContainText(/How to pay: *Medi-Cal|Medi-Cal: (No|said no|Not known)/);
});

test("the list says beside it how little single positions mean, of when it is, and by which method", async ({
  page,
}) => {
  await page.goto("/rankings");
  const main = page.getByRole("main");
  await expect(main).toContainText("Single positions are not meaningful");
  await expect(main).toContainText(
    `on average ${FIRST_EDITION.stayOfTop10} of the top 10 and ${FIRST_EDITION.stayOfTop25} of the top 25 of the overall list stay there`,
  );
  await expect(main).toContainText(
    /Edition \d+, method version \d+\. Licenses as in the state’s list of \w+ \d+, \d{4}/,
  );
  await main.getByRole("link", { name: "How the ranking works" }).click();
  await expect(page).toHaveURL(/\/rankings\/method$/);
});

test("what is not ranked stands apart under its reason, and opens without scripts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/rankings");
  const reason = page.locator("#not-ranked details").filter({ hasText: "Does not treat opioid use disorder" });
  await expect(reason.getByRole("link").first()).toBeHidden();
  await reason.locator("summary").click();
  await expect(reason.getByRole("link")).toHaveCount(36);
  await context.close();
});

test("a link leads to each band", async ({ page }) => {
  await page.goto("/rankings");
  await page
    .getByRole("navigation", { name: "Parts of this page" })
    .getByRole("link", { name: "Last quarter" })
    .click();
  await expect(page.getByRole("heading", { name: "Last quarter" })).toBeInViewport();
});

test("the whole list is light enough for a slow line", async ({ request }) => {
  const response = await request.get("/rankings", { headers: { "accept-encoding": "gzip" } });
  const { gzipSync } = await import("node:zlib");
  expect(gzipSync(await response.body()).length).toBeLessThan(MAX_LIST_BYTES);
});

test("the method page prints groups that add up to 100 and works its example out to the printed score", async ({
  page,
}) => {
  await page.goto("/rankings/method");
  const weights = page.getByRole("table", { name: "Points per group" });
  const points = (await weights.locator("tbody td:last-child").allTextContents()).map(Number);
  expect(points.reduce((sum, each) => sum + each, 0)).toBe(100);
  const sum = await page
    .locator("#formula")
    .getByText(/rounded to/)
    .textContent();
  const [yes, unknown, rate, , score] = (sum ?? "").match(/[\d.]+/g)?.map(Number) ?? [];
  expect(Math.abs((yes ?? 0) + (unknown ?? 0) * (rate ?? 0) - (score ?? 0))).toBeLessThan(0.52);
  await page.getByRole("link", { name: "See all its answers" }).click();
  await expect(page.locator("#why tfoot tr").last()).toContainText(`${score} of 100`);
});

test("every criterion of the method names its evidence", async ({ page }) => {
  await page.goto("/es/rankings/method");
  const criteria = page.locator("#groups article");
  const count = await criteria.count();
  expect(count).toBeGreaterThan(20);
  for (let index = 0; index < count; index++)
    await expect(criteria.nth(index).locator('a[href^="http"]').first()).toBeVisible();
});
