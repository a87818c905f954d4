import { expect, test } from "@playwright/test";
import { FIRST_EDITION } from "../../support/first-edition";

const { programs, excluded, stayOfTop10, stayOfTop25, safeRefuge } = FIRST_EDITION;
const [, , residential, hospitals] = FIRST_EDITION.kinds;

test("the archive lists every edition with its checksum and leads to each", async ({ page }) => {
  await page.goto("/rankings");
  await page.getByRole("main").getByRole("link", { name: "All editions" }).click();
  await expect(page).toHaveURL(/\/rankings\/editions$/);
  const first = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Edition 1", exact: true }) });
  await expect(first).toContainText(`${programs} programs ranked, ${excluded} places not`);
  await expect(first).toContainText(/[0-9a-f]{64}/);
  await first.getByRole("link", { name: "Edition 1", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Edition 1 of the ranking");
});

test("an edition stands as it was: method, checksum, the whole list with every rank range, and what is not ranked", async ({
  page,
  request,
}) => {
  await page.goto("/rankings/editions/1");
  const main = page.getByRole("main");
  await expect(main).toContainText("npm run rank -- --verify 1");
  await expect(main).toContainText("This is the first edition");
  await expect(page.locator("#not-ranked li")).toHaveCount(5);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /\/rankings\/editions\/1$/);
  let [listed, ranges] = [0, 0];
  for (let at = 1; at <= Math.ceil(programs / 25); at++) {
    await page.goto(`/rankings/editions/1/page/${at}`);
    const items = page.locator("section[id^=band-] > ol > li");
    listed += await items.count();
    ranges += await items.filter({ hasText: /ranks? \d+/ }).count();
  }
  expect([listed, ranges]).toEqual([programs, programs]);
  expect((await request.get(`/rankings/editions/1/page/${Math.ceil(programs / 25) + 1}`)).status()).toBe(404);
});

test("a program with several addresses stands once, and leads to each of them", async ({ page }) => {
  const program = page
    .locator("section[id^=band-] > ol > li")
    .filter({ hasText: "Safe Refuge" })
    .filter({ hasText: `${safeRefuge} addresses` });
  const counts: number[] = [];
  for (let at = 1; at <= Math.ceil(programs / 25); at++) {
    await page.goto(`/rankings/page/${at}`);
    counts.push(await program.count());
  }
  expect(counts.toSorted()).toEqual([...counts.slice(1).map(() => 0), 1]);
  await page.goto(`/rankings/page/${counts.indexOf(1) + 1}`);
  await expect(program).toHaveCount(1);
  await program.getByText(`${safeRefuge} addresses`).click();
  await expect(program.getByRole("link", { name: /Long Beach, CA 90804$/ })).toHaveCount(safeRefuge);
  await program.getByRole("link", { name: /^3125 East 7th Street/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Safe Refuge");
  const shared = page.locator("#program");
  await expect(shared.getByRole("heading", { name: `One program at ${safeRefuge} addresses` })).toBeVisible();
  await shared.locator("summary").click();
  await expect(shared.getByRole("link", { name: /Long Beach, CA 90804$/ })).toHaveCount(safeRefuge - 1);
  await page.getByText("Every criterion, answer, point and source").click();
  await expect(page.getByRole("row", { name: /^Contingency management/ })).toContainText("Differs by house");
});

test("the stability test is drawn, and said in figures", async ({ page }) => {
  await page.goto("/rankings/editions/1#stability");
  const section = page.locator("#stability");
  await expect(section).toContainText(
    `On average ${stayOfTop10} of the top 10 and ${stayOfTop25} of the top 25 stay there`,
  );
  await expect(section.getByRole("img", { name: `Of the top 10, ${stayOfTop10} stay on average` })).toBeVisible();
  await expect(section.getByRole("img", { name: `A line for each of ${programs} programs` })).toBeVisible();
  await section.getByText("The same in figures").click();
  const runs = await section
    .getByRole("table", { name: /top 25/ })
    .locator("tbody td")
    .allTextContents();
  expect(runs.map(Number).reduce((sum, each) => sum + each, 0)).toBe(1000);
});

for (const path of [
  "/rankings/editions/99",
  "/es/rankings/editions/first",
  "/rankings/editions/99999999999",
  "/rankings/kinds/spa",
])
  test(`${path} is answered with 404 and ways on`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("main").locator('a[href$="/rankings"]')).toBeVisible();
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  });

test("each kind of care has its own ranks, with the overall rank beside them and its exclusions apart", async ({
  page,
}) => {
  await page.goto("/rankings");
  const kinds = page.getByRole("navigation", { name: "Lists by kind of care" });
  await expect(kinds.getByRole("link", { name: `All kinds (${programs})` })).toHaveAttribute("aria-current", "page");
  await kinds.getByRole("link", { name: `Residential (${residential})` }).click();
  await expect(page).toHaveURL(/\/rankings\/kinds\/residential$/);
  const items = page.locator("section[id^=band-] > ol > li");
  await expect(items.first()).toContainText(/Rank 1(?!\d)/);
  const [printed, texts]: [string[], string[]] = [[], []];
  for (let at = 1; at <= Math.ceil(residential / 25); at++) {
    if (at > 1) await page.getByRole("link", { name: "Next page" }).click();
    await expect(page.getByText(`Page ${at} of ${Math.ceil(residential / 25)}`).first()).toBeVisible();
    printed.push(...(await page.locator("section[id^=band-] > ol > li > p").allTextContents()));
    texts.push(...(await items.allTextContents()));
  }
  expect(printed).toHaveLength(residential);
  const ranks = printed.map((text) => Number(text.match(/\d+/)?.[0]));
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  const overall = texts.map((text) => Number(text.match(/overall rank (\d+)/)?.[1]));
  expect(overall).toEqual(overall.toSorted((a, b) => a - b));
  expect(overall.every((rank, index) => rank >= (ranks[index] ?? Infinity))).toBe(true);
});

test("a place's own page says its rank within its kind, and under other weights", async ({ page }) => {
  await page.goto("/rankings/kinds/hospital");
  await page.locator("section[id^=band-] li a").first().click();
  const card = page.getByRole("region", { name: "In the ranking" });
  await expect(card.getByRole("link", { name: `Rank 1 of ${hospitals} among hospitals` })).toHaveAttribute(
    "href",
    "/rankings/kinds/hospital",
  );
  await expect(card).toContainText(/Under other weights: rank \d+/);
});
