import { expect, test, type Page } from "@playwright/test";
import { accessibilityFailures } from "../../support/accessibility";
import { untilHydrated } from "../../support/page-watch";
import { relay } from "../../support/relay";
import { FIRST_EDITION } from "../../support/first-edition";

const places = (page: Page) => page.locator("section[aria-labelledby=mine-title] ol > li");
const names = (page: Page) => places(page).locator("h3 a").allTextContents();
const PER_PAGE = 25;
const next = (page: Page) => page.getByRole("button", { name: "Next page" });
const status = (page: Page) => page.getByRole("main").locator("output").first();
const medication = (page: Page) => page.getByRole("slider", { name: "Medication" });

/** The names on every page of the list; the last stays open. */
async function allNames(page: Page): Promise<string[]> {
  const all = await names(page);
  while (await next(page).isVisible()) {
    await next(page).click();
    all.push(...(await names(page)));
  }
  return all;
}

/** Opens the page and waits until it can be operated. */
async function open(page: Page, fragment = "", origin = "") {
  await page.goto(`${origin}/rankings/mine${fragment}`);
  await expect(medication(page)).toBeEnabled();
}

test("our order stands first, as on the rankings page, and weighing asks nobody for anything", async ({
  page,
  baseURL,
}) => {
  const editorial: string[] = [];
  for (let at = 1; at <= Math.ceil(FIRST_EDITION.programs / 25); at++) {
    await page.goto(`/rankings/page/${at}`);
    editorial.push(...(await page.locator("section[id^=band-] h3 a").allTextContents()));
  }
  const site = await relay(baseURL!);
  await open(page, "", site.origin);
  await untilHydrated(page);
  expect(await names(page)).toEqual(editorial.slice(0, PER_PAGE));
  expect(await allNames(page)).toEqual(editorial);

  expect(site.asked).toContain("/rankings/mine");
  site.asked.length = 0;
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await medication(page).fill("0");
  await page.getByRole("slider", { name: "Family" }).fill("100");
  await expect(page.getByRole("heading", { name: "The order by your weights" })).toBeVisible();
  await expect(places(page)).toHaveCount(PER_PAGE);
  expect(await names(page)).not.toEqual(editorial.slice(0, PER_PAGE));
  await expect(page.getByText(`of ${FIRST_EDITION.programs} programs change rank`)).toBeVisible();
  const own = await allNames(page);
  expect(own).not.toEqual(editorial);
  expect(own.toSorted()).toEqual(editorial.toSorted());
  await expect(page).toHaveURL(/#medication=0&.*family=100/);
  await page.getByRole("button", { name: "Back to our weights" }).click();
  await expect(page).toHaveURL(/\/rankings\/mine$/);
  await page.goBack();
  await expect(page).toHaveURL(/#medication=0&.*family=100/);
  await expect(medication(page)).toHaveValue("0");
  // Some browsers look for the page's icon again at every change of the URL, and find it in their own store; the
  // first time may come late.
  expect(requests.filter((url) => url !== `${site.origin}/icon.svg`)).toEqual([]);
  expect(site.asked.filter((path, at) => path !== "/icon.svg" || site.asked.indexOf(path) !== at)).toEqual([]);
  site.close();
});

test("the page's icon may be kept, so that a browser need not ask for it at every change of the weights", async ({
  request,
}) => {
  expect((await request.get("/icon.svg")).headers()["cache-control"]).toBe("public, max-age=604800");
});

test("the URL after # keeps the weights over a reload, and going back undoes a choice", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Medication first" }).click();
  await expect(page).toHaveURL(/#medication=100&safety=10&license=14/);
  await expect(page.getByText("Sets “Medication” to 100")).toBeVisible();
  await expect(page.getByRole("heading", { name: "The order by your weights" })).toBeVisible();
  const own = await names(page);
  await page.reload();
  await expect(medication(page)).toHaveValue("100");
  await expect.poll(() => names(page)).toEqual(own);
  await page.goBack();
  await expect(medication(page)).toHaveValue("30");
  await expect(page.getByRole("heading", { name: "Our own order" })).toBeVisible();
  await page.goForward();
  await expect(medication(page)).toHaveValue("100");
});

test("the switch to the other language keeps the weights, there and back", async ({ page }) => {
  await open(page);
  const spanish = page.getByRole("link", { name: "Español" });
  await expect(spanish).toHaveAttribute("href", /\/es\/rankings\/mine$/);
  await page.getByRole("button", { name: "Medication first" }).click();
  // At once, before the URL has them.
  await spanish.click();
  await expect(page).toHaveURL(/\/es\/rankings\/mine#medication=100&safety=10/);
  const slider = page.getByRole("slider").first();
  await expect(slider).toHaveValue("100");
  await slider.fill("70");
  await expect(page).toHaveURL(/#medication=70&/);
  await page.getByRole("main").getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/:\d+\/rankings\/mine#medication=70&safety=10/);
  await expect(medication(page)).toHaveValue("70");
  await page.getByRole("button", { name: "Back to our weights" }).click();
  await expect(spanish).toHaveAttribute("href", /\/es\/rankings\/mine$/);
  // The URL follows a moment later.
  await expect(page).toHaveURL(/\/rankings\/mine$/);
  await page.goto("/rankings/mine#medication=nonsense");
  await page.reload();
  await expect(spanish).toHaveAttribute("href", /\/es\/rankings\/mine#medication=nonsense$/);
});

test("by keyboard: a slider moves by arrows, keeps the focus, and its number says the same", async ({ page }) => {
  await open(page);
  await medication(page).focus();
  const before = await page.evaluate(() => scrollY);
  for (let press = 0; press < 5; press++) await page.keyboard.press("ArrowRight");
  await expect(medication(page)).toBeFocused();
  await expect(medication(page)).toHaveAttribute("aria-valuetext", "35, 33% of the whole");
  const number = page.getByRole("spinbutton", { name: "Medication: weight as a number" });
  await expect(number).toHaveValue("35");
  await page.keyboard.press("Tab");
  await expect(number).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("60");
  await expect(medication(page)).toHaveValue("60");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("900");
  await page.keyboard.press("Tab");
  await expect(number).toHaveValue("90");
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(200);
});

test("weights that nobody can follow are left out with a note, and so is nothing at all", async ({ page }) => {
  await open(page, "#medication=9999&safety=<img src=x onerror=alert(1)>");
  await expect(status(page)).toContainText("do not fit this ranking");
  await expect(medication(page)).toHaveValue("30");
  const zero = "#medication=0&safety=0&license=0&co-occurring=0&therapies=0&continuity=0&family=0&access=0";
  await open(page, zero);
  await page.reload();
  await expect(status(page)).toContainText("Every weight is 0");
  await expect(page.getByRole("heading", { name: "Our own order" })).toBeVisible();
  await expect(places(page)).toHaveCount(PER_PAGE);
});

test("a link with the weights is copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await page.getByRole("button", { name: "With children" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Link copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /\/rankings\/mine#medication=30.*family=100/,
  );
});

test("without scripts our list begins, leads to the whole of it, and says what is missing", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/es/rankings/mine");
  await expect(page.locator("noscript p").first()).toHaveText("Para cambiar los pesos se necesita JavaScript");
  await expect(page.locator("noscript p").first()).toBeVisible();
  await expect(places(page)).toHaveCount(PER_PAGE);
  await expect(page.getByRole("slider")).toHaveCount(0);
  await expect(next(page)).toHaveCount(0);
  await page.getByRole("link", { name: "Nuestra clasificación completa" }).click();
  await expect(page).toHaveURL(/\/es\/rankings\/page\/1$/);
  await context.close();
});

test("weighed anew the page has no accessibility failure", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "I need Medi-Cal" }).click();
  await expect(page.getByRole("heading", { name: "The order by your weights" })).toBeVisible();
  expect(await accessibilityFailures(page, "wcag")).toEqual([]);
});

for (const [path, group] of [
  ["/rankings/mine", "Family"],
  ["/es/rankings/mine", "Familia"],
] as const)
  test.describe(`on a phone (${path})`, () => {
    test.use({ viewport: { width: 360, height: 740 } });

    test("whoever moves a weight sees the first places change, and hears what changed", async ({ page }) => {
      const response = await page.goto(path);
      const slider = page.getByRole("slider", { name: group });
      await expect(slider).toBeEnabled();
      // The list's own first place is within a screen and a half.
      expect((await places(page).first().boundingBox())?.y).toBeLessThanOrEqual(1.5 * 740);
      const sliders = await page.getByRole("slider").all();
      for (const each of sliders) {
        await each.focus();
        await expect(each).toBeInViewport({ ratio: 1 });
        await expect(shown(page).first()).toBeInViewport({ ratio: 1 });
        expect(await isCovered(page)).toBe(false);
      }
      await slider.focus();
      const before = await shown(page).allTextContents();
      expect(before).toHaveLength(3);
      await page.keyboard.press("End");
      await expect(slider).toBeFocused();
      await expect(slider).toBeInViewport({ ratio: 1 });
      await expect.poll(() => shown(page).allTextContents()).not.toEqual(before);
      for (const row of await shown(page).all()) await expect(row).toBeInViewport({ ratio: 1 });
      expect(await isCovered(page)).toBe(false);
      const first = (await names(page))[0]!.split(",")[0]!;
      await expect(shown(page).first()).toContainText(first);
      await expect(status(page)).toContainText(first);
      await expect(status(page)).toContainText(/\d+ (?:programs moved|programas se movieron)\./);

      // Fifteen screens and 100 kB.
      expect((await response?.body())?.length).toBeLessThanOrEqual(102_400);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(15 * 740);
    });

    test("a page of the list is turned on the device, and its title has the focus", async ({ page }) => {
      await page.goto(path);
      const all = page.locator("section[aria-labelledby=mine-title] nav button");
      await untilHydrated(page);
      await all.last().click();
      await expect(page.locator("#mine-title")).toBeFocused();
      await expect(page.locator("#mine-title")).toBeInViewport({ ratio: 1 });
      await expect(page.locator("#mine-title")).toContainText(`26–50 ${path === "/rankings/mine" ? "of" : "de"} 193`);
    });
  });

/** The first places, beside the sliders. */
const shown = (page: Page) => page.locator("[data-first] > li");

/** Whether something lies over what has the focus. */
function isCovered(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement!;
    const { x, y, width, height } = focused.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) !== focused;
  });
}
