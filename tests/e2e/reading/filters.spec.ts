import { expect, test, type Page } from "@playwright/test";
import { accessibilityFailures, goDark } from "../../support/accessibility";
import { holdScripts, watch } from "../../support/page-watch";

const PHONE = { width: 360, height: 740 };
const summary = (page: Page) => page.locator("form summary").first();
const box = (page: Page, group: string, option: string) => page.locator(`input[name=${group}][value=${option}]`);
const button = (page: Page) => page.getByRole("main").locator("form details button");
const heading = (page: Page) => page.getByRole("main").getByRole("heading", { level: 2 });

/** The number in a text. */
const numberIn = (text: string | null) => Number(/\d+/.exec(text ?? "")?.[0]);

test.describe("the sheet of filters on a phone", () => {
  test.use({ viewport: PHONE });

  test("opens by keyboard, keeps the focus, and Escape closes it where it was opened", async ({ page }) => {
    await page.goto("/listings?payment=medi-cal");
    await expect(summary(page)).toHaveText(/Filters \(1\)/);
    await expect(box(page, "medication", "methadone")).toBeHidden();
    await summary(page).focus();
    await page.keyboard.press("Enter");
    await expect(box(page, "medication", "methadone")).toBeVisible();
    await expect(page.locator("form details[data-sheet]")).toHaveCount(1);
    await expect(button(page)).toBeInViewport({ ratio: 1 });
    await expect(summary(page)).toBeInViewport({ ratio: 1 });
    // Once around: what is behind it takes no focus.
    const inside = () => page.evaluate(() => document.activeElement?.closest("[data-sheet]") !== null);
    const fields = await page.locator("form details :is(summary, input, button):visible").count();
    for (let at = 0; at < fields + 2; at += 1) {
      await page.keyboard.press("Tab");
      const isOnPage = await page.evaluate(() => document.activeElement !== document.body);
      expect(!isOnPage || (await inside())).toBe(true);
    }
    await page.keyboard.press("Escape");
    await expect(summary(page)).toBeFocused();
    await expect(button(page)).toBeHidden();
    await expect(page.locator("[inert]")).toHaveCount(0);
  });

  test("is closed by its title too, and stands beside the places once there is room", async ({ page }) => {
    await page.goto("/es/listings");
    await summary(page).click();
    await expect(page.locator("form details[data-sheet]")).toHaveCount(1);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(page.locator("form details[data-sheet]")).toHaveCount(0);
    await expect(page.locator("[inert]")).toHaveCount(0);
    await page.setViewportSize(PHONE);
    await expect(page.locator("form details[data-sheet]")).toHaveCount(1);
    await summary(page).click();
    await expect(button(page)).toBeHidden();
    await expect(page.locator("[inert]")).toHaveCount(0);
  });

  test("counts the places while boxes are ticked, and shows as many as it said", async ({ page }) => {
    const { requests, errors } = await watch(page);
    await page.goto("/listings?payment=medi-cal");
    const before = numberIn(await heading(page).textContent());
    await summary(page).click();
    await expect(button(page)).toHaveText(`Show ${before} places`, { useInnerText: true });
    const beforeTicking = requests.length;
    await box(page, "medication", "methadone").check();
    await expect(button(page)).not.toHaveText(`Show ${before} places`, { useInnerText: true });
    await expect(button(page)).toHaveText(/^Show \d+ places$/);
    await box(page, "medication", "buprenorphine").check();
    await box(page, "medication", "methadone").uncheck();
    const alone = numberIn(await box(page, "medication", "buprenorphine").locator("xpath=..").textContent());
    await expect(button(page)).toHaveText(`Show ${alone} places`);
    await expect(page.getByRole("status").filter({ hasText: `${alone} places` })).toHaveCount(1);
    // What is ticked stands in no URL until it is sent.
    const asked = new Set(
      requests
        .slice(beforeTicking)
        .map((url) => new URL(url))
        .map(({ pathname, search }) => pathname + search),
    );
    expect([...asked]).toEqual(["/api/search-count/en"]);
    await button(page).click();
    await expect(heading(page)).toHaveText(`${alone} places`);
    expect(errors).toEqual([]);
  });

  test("says no number while it is not known, and counts what was ticked before the scripts came", async ({ page }) => {
    await page.goto("/listings?payment=medi-cal");
    await summary(page).click();
    await page.route("**/api/search-count/*", (route) => route.abort());
    await box(page, "medication", "methadone").check();
    await expect(button(page)).toHaveText("Show places");
    await page.unroute("**/api/search-count/*");
    const scripts = await holdScripts(page);
    await page.goto("/listings?payment=medi-cal&language=spanish", { waitUntil: "commit" });
    await summary(page).click();
    await box(page, "medication", "methadone").check();
    await expect(button(page)).toHaveText("Show places", { useInnerText: true });
    scripts.release();
    await expect(button(page)).toHaveText(/^Show \d+ places?$/);
    await expect(box(page, "medication", "methadone")).toBeChecked();
  });

  test("is read by everybody: axe finds nothing, in the light and in the dark", async ({ page }) => {
    await page.goto("/es/listings?payment=medi-cal");
    await summary(page).click();
    await expect(button(page)).toBeInViewport();
    expect(await accessibilityFailures(page, "everything")).toEqual([]);
    await goDark(page);
    expect(await accessibilityFailures(page, "colors")).toEqual([]);
  });
});

test.describe("without scripts on a phone", () => {
  test.use({ viewport: PHONE, javaScriptEnabled: false });

  test("the filters open in their place, and the button says the number of what was sent, no other", async ({
    page,
  }) => {
    await page.goto("/listings?payment=medi-cal");
    const before = numberIn(await heading(page).textContent());
    await summary(page).click();
    await expect(button(page)).toBeInViewport({ ratio: 1 });
    await expect(button(page)).toHaveText(`Show ${before} places`, { useInnerText: true });
    await box(page, "medication", "methadone").check();
    await expect(button(page)).toHaveText("Show places", { useInnerText: true });
    await button(page).click();
    await expect(page).toHaveURL(/medication=methadone.*payment=medi-cal.*#results$/);
    await summary(page).click();
    const after = numberIn(await heading(page).textContent());
    await expect(button(page)).toHaveText(`Show ${after} places`, { useInnerText: true });
    expect(after).toBeLessThan(before);
  });
});
