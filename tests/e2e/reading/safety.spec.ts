// What must hold on every page, looked at in one visit a page and language: a strict policy that the page itself keeps, no
// third party, help lines, reflow, accessibility. An upgrade that breaks the sealed page cache fails here.
import {
  accessibilityFailures,
  brokenNumbers,
  goDark,
  heightAt,
  overflowOf,
  overflowOfDoubleText,
  squeezedBesideSwitch,
} from "../../support/accessibility";
import { untilHydrated, watch } from "../../support/page-watch";
import { PUBLIC_PAGES, routesOutOfStep } from "../../support/public-pages";
import { expect, test, type Response } from "../../support/visiting-test";

const OUR_SCRIPTS = ["/quick-exit.js", "/shortlist.js", "/visit.js"];
/** Only this page may be kept on the device. */
const OF_HELP_NOW = "/help-now.js";
const OF_THE_SEARCH = "/filters.js";
/** Of a page, on a phone as many have it: fifteen screens. */
const PHONE = { width: 360, height: 740 };
const MAX_HEIGHT = 15 * PHONE.height;
/** Of a page's HTML; posts have as many words as they need, and so has the page for who is in danger. */
const MAX_HTML_BYTES = 100_000;
const IS_AS_LONG_AS_IT_IS = /\/(help-now|blog\/[^/]+)$/;

test("every route of the app folder is visited here", () => {
  expect(routesOutOfStep()).toEqual([]);
});

function expectStrictHeaders(response: Response | null, status: number): void {
  expect(response?.status()).toBe(status);
  const headers = response?.headers() ?? {};
  const policy = headers["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["referrer-policy"]).toMatch(/^(no-referrer|same-origin)$/);
  expect(headers["permissions-policy"]).toContain("geolocation=()");
  expect(headers["x-powered-by"]).toBeUndefined();
}

function expectDocument(html: string, path: string): void {
  const scripts = [...html.matchAll(/<script(?![^>]*application\/ld\+json)([^>]*)>/g)].map(
    ([, attributes]) => attributes,
  );
  const ofItsOwn = path.endsWith("/help-now") ? [OF_HELP_NOW] : [];
  const ofTheSearch = /\/listings(\?|$)/.test(path) ? [OF_THE_SEARCH] : [];
  expect(scripts.map((attributes) => /src="([^"]+)"/.exec(attributes ?? "")?.[1])).toEqual([
    ...ofItsOwn,
    ...OUR_SCRIPTS,
    ...ofTheSearch,
  ]);
  if (!IS_AS_LONG_AS_IT_IS.test(path)) expect(Buffer.byteLength(html)).toBeLessThan(MAX_HTML_BYTES);
  expect(html).not.toMatch(/\sstyle="/);
}

const STAFF_DOOR = { path: "/admin/sign-in", kind: "tool", status: 200, locale: "en" } as const;
const VISITS = PUBLIC_PAGES.flatMap(({ path, ...page }) => [
  { ...page, path, locale: "en" },
  { ...page, path: path === "/" ? "/es" : `/es${path}`, locale: "es" },
]);

test.describe("on a small phone", () => {
  for (const { path, kind, status, locale } of [...VISITS, STAFF_DOOR])
    test(`${path} is strict, whole, narrow enough and accessible`, async ({ visitor: page, baseURL }) => {
      const seen = await watch(page);
      const response = await page.goto(path);
      if (kind === "tool") await untilHydrated(page);

      await test.step("it answers with a strict policy", () => expectStrictHeaders(response, status));
      await test.step("it keeps its own policy and asks nobody else for anything", async () => {
        expect(await seen.refused()).toEqual([]);
        expect(seen.requests.filter((url) => !url.startsWith(`${baseURL}/`) && !url.startsWith("data:"))).toEqual([]);
      });
      if (kind === "document")
        await test.step("it is a document: no script but the three small ones of ours", async () =>
          expectDocument((await response?.text()) ?? "", path));
      await test.step("it has one title, its language, and the lines for help", async () => {
        await expect(page.locator("h1")).toHaveCount(1);
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        if (path === STAFF_DOOR.path) return;
        await expect(page.locator('a[href="tel:911"]').first()).toBeVisible();
        await expect(page.locator('a[href="tel:988"]').first()).toBeVisible();
      });
      await test.step("it does not scroll sideways, and nothing is squeezed", async () => {
        expect(await overflowOf(page)).toBe(0);
        if (path === STAFF_DOOR.path) return;
        expect(await squeezedBesideSwitch(page)).toEqual([]);
        expect(await overflowOfDoubleText(page)).toBe(0);
        expect(await brokenNumbers(page)).toEqual([]);
      });
      if (!IS_AS_LONG_AS_IT_IS.test(path))
        await test.step("it is fifteen screens long at most", async () =>
          expect(await heightAt(page, PHONE)).toBeLessThanOrEqual(MAX_HEIGHT));
      // Both languages have the same colors.
      await test.step("it has no accessibility failure", async () =>
        expect(await accessibilityFailures(page, locale === "en" ? "wcag" : "structure")).toEqual([]));
      if (locale === "en")
        await test.step("nor has it in the dark", async () => {
          await goDark(page);
          expect(await accessibilityFailures(page, "colors")).toEqual([]);
        });
    });
});

test("the three scripts of every document are small", async ({ request }) => {
  const sizes = await Promise.all(OUR_SCRIPTS.map(async (path) => (await (await request.get(path)).body()).length));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(5_500);
});

test("the first stop of the keyboard skips to the content, the next ones are help lines", async ({ page }) => {
  await page.goto("/rankings");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAttribute("href", "#content");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAttribute("href", "tel:911");
});

for (const path of ["/", "/contact"]) {
  test(`Escape pressed three times on ${path} leaves at once and is not in the way back`, async ({ page }) => {
    await page.route("https://www.weather.gov/**", (route) => route.fulfill({ body: "weather" }));
    await page.goto("/rankings");
    await page.goto(path);
    for (let press = 0; press < 3; press++) await page.keyboard.press("Escape");
    await page.waitForURL("https://www.weather.gov/lox/");
    await page.goBack();
    await expect(page).toHaveURL(/\/rankings$/);
  });
}

test("without scripts the quick exit is a plain link", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.route("https://www.weather.gov/**", (route) => route.fulfill({ body: "weather" }));
  await page.goto("/");
  await page.locator("[data-quick-exit]").click();
  await expect(page).toHaveURL("https://www.weather.gov/lox/");
  await context.close();
});
