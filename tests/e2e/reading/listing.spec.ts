import { expect, test, type Page } from "@playwright/test";
import { AURORA } from "../../support/public-pages";

/** Fifteen screens of a phone. */
const MAX_HEIGHT = 15 * 740;
const MAX_BYTES = 100_000;
/** Of all listings: the heaviest, the longest, and those whose first lines push the call down most. */
const WORST = [
  "healthright-360-outpatient-program-los-angeles",
  "safe-refuge-long-beach-3119",
  "wish-recovery-iop-northridge-191155bp",
  "nuview-treatment-center-los-angeles-los-angeles",
  "integrated-treatment-program-for-co-occurring-disorders-los-angeles-190246an",
  "va-greater-la-healthcare-system-otp-treatment-maintenance-north-hills",
  "substance-use-prevention-and-treatment-program-division-of-adolescent-medicine-chla-los-angeles-190473an",
];

async function openRanked(page: Page, position: number) {
  await page.goto(`/rankings/page/${Math.floor(position / 25) + 1}`);
  await page
    .locator("section[id^=band-] li h3 a")
    .nth(position % 25)
    .click();
  await expect(page.locator("#why")).toBeVisible();
}

for (const position of [0, 60, 120, 180])
  test(`the rows of "why this place" add up to the score exactly (position ${position + 1})`, async ({ page }) => {
    await openRanked(page, position);
    const numberOf = (text: string) => Number(/^\d+/.exec(text.trim())?.[0]);
    const won = (await page.locator("#why tbody tr:has(th[scope=row]) td:last-child").allTextContents()).map(numberOf);
    const groups = (await page.locator("#why tbody tr:has(th[scope=rowgroup]) td:last-child").allTextContents()).map(
      numberOf,
    );
    const [unknown, total] = (await page.locator("#why tfoot td:last-child").allTextContents()).map(numberOf);
    const sum = (numbers: number[]) => numbers.reduce((left, right) => left + right, 0);
    expect(sum(won) + (unknown ?? 0)).toBe(total);
    expect(sum(groups)).toBe(sum(won));
    await expect(page.getByRole("region", { name: "In the ranking" })).toContainText(`score ${total} of 100`);
  });

test("a place shows whose phone number it is, and one tap calls it", async ({ page }) => {
  await openRanked(page, 0);
  const contact = page.getByRole("region", { name: "Address and phone" });
  await expect(contact.locator('a[href^="tel:+1"]').first()).toBeVisible();
  await expect(contact).toContainText(/We are not affiliated with .+ This phone number is theirs, not ours\./);
  await expect(contact).toContainText("Federal directory (SAMHSA), 2023");
});

test("the way to a place is a plain link to another site, which learns the postal address and nothing else", async ({
  page,
}) => {
  await page.goto(`/listings/${AURORA}`);
  const link = page.getByRole("link", { name: /^Directions to Aurora Charter Oak Hospital/ });
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await expect(link).toHaveAttribute("referrerpolicy", "no-referrer");
  await expect(link).toHaveAttribute(
    "href",
    "https://www.openstreetmap.org/directions?to=1161+East+Covina+Boulevard%2C+Covina%2C+CA+91724",
  );
});

test("who comes without a wish reads in a sentence why a place has its rank, and where it is proved", async ({
  page,
}) => {
  await page.goto(`/listings/${AURORA}`);
  const reason = page.getByText(/^Rank \d+ of \d+: Gives buprenorphine, keeps you on it, .*takes Medi-Cal/);
  await expect(reason).toContainText("It says that it does not keep people on methadone");
  const table = page.getByRole("table", { name: /^Every criterion with its answer/ });
  await expect(table).toBeHidden();
  await page.getByText("Every criterion, answer, point and source").click();
  await expect(table.getByRole("row", { name: /^Keeps people on methadone/ })).toContainText("No");
});

for (const slug of WORST)
  for (const path of [`/listings/${slug}`, `/es/listings/${slug}`])
    test(`on a phone ${path} is short, light, and has the call in its first screen`, async ({ browser, baseURL }) => {
      const viewport = { width: 360, height: 740 };
      const context = await browser.newContext({ javaScriptEnabled: false, viewport, ...(baseURL ? { baseURL } : {}) });
      const page = await context.newPage();
      const response = await page.goto(path);
      expect((await response?.body())?.length).toBeLessThanOrEqual(MAX_BYTES);
      const call = await page.locator('main a[href^="tel:"]').first().boundingBox();
      expect((call?.y ?? Infinity) + (call?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(MAX_HEIGHT);
      await context.close();
    });

test("every fact is there with its answer in words, a source and a date", async ({ page }) => {
  await openRanked(page, 3);
  for (const group of await page.locator("#facts details").all()) {
    if (!(await group.evaluate((details: HTMLDetailsElement) => details.open))) await group.locator("summary").click();
    await expect(group).toContainText(/Source of these answers: .+, (\d{4}|.+ \d{4})\.|No source answers these\./);
  }
  const listed = page.locator("#facts dd li");
  expect(await listed.count()).toBe(224);
  const answers = await page.locator("#facts dt").allTextContents();
  expect(new Set(answers)).toEqual(new Set(["Yes", "No", "Not known", "Did not name"]));
});

test("a place that is not ranked says why", async ({ page }) => {
  await page.goto("/rankings");
  await page.locator("#not-ranked").getByRole("link", { name: "We did not find a current license" }).click();
  await page.locator("#no_current_authorization").getByRole("link").first().click();
  const standing = page.getByRole("region", { name: "In the ranking" });
  await expect(standing).toContainText("Not ranked");
  await expect(standing).toContainText("We did not find a current license");
  await expect(page.locator("#why tfoot")).toHaveCount(0);
});

test("search engines read whose place it is, where the page lives, and no rating", async ({ page }) => {
  await openRanked(page, 0);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "{}");
  const [place, way] = data["@graph"];
  expect(place["@type"]).toBe("WebPage");
  expect(place.about.address["@type"]).toBe("PostalAddress");
  expect(way.itemListElement.at(-1).item).toBe(page.url());
  expect(JSON.stringify(data)).not.toMatch(/rating|review/i);
  const path = new URL(page.url()).pathname;
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", new RegExp(`${path}$`));
  await expect(page.locator('link[rel="alternate"][hreflang="es"]')).toHaveAttribute("href", new RegExp(`/es${path}$`));
});

test("an unknown place answers 404 with ways on, in both languages", async ({ page }) => {
  const english = await page.goto("/listings/no-such-place");
  expect(english?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no place at this address");
  const spanish = await page.goto("/es/listings/no-such-place");
  expect(spanish?.status()).toBe(404);
  await expect(page.getByRole("main").getByRole("link", { name: "Buscar un lugar" })).toHaveAttribute(
    "href",
    "/es/listings",
  );
});
