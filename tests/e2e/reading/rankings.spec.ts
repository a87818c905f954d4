import { expect, test } from "@playwright/test";
import { FIRST_EDITION } from "../../support/first-edition";

/** Fifteen screens of a phone, and what it may have to load of one page. */
const MAX_HEIGHT = 15 * 740;
const MAX_BYTES = 102_400;
const MAX_FIRST = 1.5 * 740;
const PAGES = Math.ceil(FIRST_EDITION.programs / 25);

test("every ranked place shows rank, score and what is known, in the order of the scores", async ({ page }) => {
  await page.goto("/rankings/page/1");
  const first = page.locator("#band-1 li").first();
  await expect(first).toContainText(/Rank 1(?!\d)/);
  await expect(first).toContainText(/\d+% known/);
  await expect(first).toContainText(/How to pay: *Medi-Cal|Medi-Cal: (No|said no|Not known)/);
  const scores: number[] = [];
  for (let at = 1; at <= PAGES; at++) {
    await expect(page.locator("a[aria-current=page]")).toHaveText(`Page ${at}`);
    scores.push(...(await page.locator("section[id^=band-] li p > strong.font-serif").allTextContents()).map(Number));
    if (at < PAGES) await page.getByRole("link", { name: "Next page" }).click();
  }
  expect(scores).toHaveLength(FIRST_EDITION.programs);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  await expect(page.getByRole("link", { name: "Next page" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Previous page" })).toHaveAttribute("rel", "prev");
});

test("the picks and every list say how little single positions mean, and the rankings of when they are, and by which method", async ({
  page,
}) => {
  const main = page.getByRole("main");
  for (const path of ["/rankings/page/2", "/rankings/kinds/hospital", "/rankings"]) {
    await page.goto(path);
    await expect(main).toContainText("Single positions are not meaningful");
    await expect(main).toContainText(
      `on average ${FIRST_EDITION.stayOfTop10} of the top 10 and ${FIRST_EDITION.stayOfTop25} of the top 25 of the overall list stay there`,
    );
  }
  await expect(main).toContainText(
    /Edition \d+, method version \d+\. Licenses as in the state’s list of \w+ \d+, \d{4}/,
  );
  await main.getByRole("link", { name: "How the ranking works" }).click();
  await expect(page).toHaveURL(/\/rankings\/method$/);
});

test("what is not ranked stands apart under its reason, and is reached without scripts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/rankings#not-ranked");
  await page.locator("#not-ranked").getByRole("link", { name: "Does not treat opioid use disorder" }).click();
  const reason = page.locator("#does_not_treat_opioid_use_disorder");
  await expect(reason.getByRole("heading", { level: 2 })).toBeInViewport();
  let count = await reason.getByRole("link").count();
  while (await page.getByRole("link", { name: "Next page" }).isVisible()) {
    await page.getByRole("link", { name: "Next page" }).click();
    count += await reason.getByRole("link").count();
  }
  expect(count).toBe(36);
  await context.close();
});

test("a link leads to each band, in the list where it begins", async ({ page }) => {
  await page.goto("/rankings#band-4");
  await expect(page.locator("#band-4")).toBeInViewport();
  await page.locator("#band-4").getByRole("link", { name: "Last quarter" }).click();
  await expect(page).toHaveURL(/\/rankings\/page\/\d#band-4$/);
  await expect(page.getByRole("heading", { name: "Last quarter" })).toBeInViewport();
});

test("a shelf leads to the search for what it is for, which finds as many places as it says", async ({ page }) => {
  await page.goto("/rankings");
  const shelf = page.getByRole("region", { name: "Gives methadone", exact: true });
  await expect(shelf.getByRole("listitem")).toHaveCount(3);
  const all = shelf.getByRole("link", { name: /^All \d+ that give methadone and keep you on it$/ });
  const [count] = /\d+/.exec((await all.textContent()) ?? "") ?? [];
  await all.click();
  await expect(page).toHaveURL(/\/listings\?medication=methadone&keeping=on-methadone$/);
  await expect(page.getByRole("main")).toContainText(new RegExp(`\\b${count} places`));
});

const LISTS = [
  ...Array.from({ length: PAGES }, (_, at) => [`/rankings/page/${at + 1}`, `/rankings/editions/1/page/${at + 1}`]),
  ...["opioid-treatment-program", "outpatient", "residential", "hospital"].map((kind) => `/rankings/kinds/${kind}`),
  ...[2, 3, 4].map((at) => `/rankings/kinds/residential/page/${at}`),
  ...[1, 4, 8].map((at) => `/rankings/not-ranked/page/${at}`),
].flat();

for (const locale of ["", "/es"])
  test.describe(`on a phone (${locale || "/en"})`, () => {
    test.use({ viewport: { width: 360, height: 740 } });

    test("no page of the rankings is above fifteen screens or 100 kB, and a list's first place is near", async ({
      page,
    }) => {
      for (const path of ["/rankings", "/rankings/editions/1", ...LISTS].map((each) => locale + each)) {
        const response = await page.goto(path);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        expect.soft([path, height > MAX_HEIGHT && height]).toEqual([path, false]);
        const bytes = (await response?.body())?.length ?? Infinity;
        expect.soft([path, bytes > MAX_BYTES && bytes]).toEqual([path, false]);
        if (path.endsWith("/editions/1")) continue;
        const top = await page
          .locator('main li h3 a[href*="/listings/"], main section li > a[href*="/listings/"]')
          .first()
          .evaluate((link) => link.getBoundingClientRect().top);
        expect.soft([path, top > MAX_FIRST && top]).toEqual([path, false]);
      }
    });
  });

test("the method's groups add up to 100, and its example is worked out to the printed score", async ({ page }) => {
  await page.goto("/rankings/method");
  const weights = page.getByRole("table", { name: "Points per group" });
  const points = (await weights.locator("tbody td:last-child").allTextContents()).map(Number);
  expect(points.reduce((sum, each) => sum + each, 0)).toBe(100);
  await page.getByRole("link", { name: "The formula, a worked example" }).click();
  const sum = await page.getByText(/rounded to/).textContent();
  const [yes, unknown, rate, , score] = (sum ?? "").match(/[\d.]+/g)?.map(Number) ?? [];
  expect(Math.abs((yes ?? 0) + (unknown ?? 0) * (rate ?? 0) - (score ?? 0))).toBeLessThan(0.52);
  await page.getByRole("link", { name: "See all its answers" }).click();
  await expect(page.locator("#why tfoot tr").last()).toContainText(`${score} of 100`);
});
