// What must hold on every page: a strict policy that the page itself keeps, no third party, help lines, reflow,
// accessibility. An upgrade that breaks the sealed page cache fails here.
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";

const READING = [
  "/",
  "/rankings",
  "/rankings/method",
  "/rankings/data",
  "/rankings/editions",
  "/rankings/editions/1",
  "/rankings/kinds/hospital",
  "/rankings/method/1",
  "/rankings/method/changelog",
  "/listings/aurora-charter-oak-hospital-covina",
  "/corrections",
  "/map",
  "/map/kinds/hospital",
  "/blog",
  "/blog/how-we-rank-heroin-rehabs-in-los-angeles",
  "/blog/tags/heroin",
  "/about",
  "/editorial-policy",
  "/independence",
  "/privacy",
  "/help-now",
];
const CHOSEN =
  "place=aurora-charter-oak-hospital-covina&place=twin-town-treatment-centers-twin-town-sherman-oaks-sherman-oaks";
const TOOLS = [
  "/listings",
  "/rankings/mine",
  "/listings/aurora-charter-oak-hospital-covina/correction",
  "/contact",
  "/contact/thank-you",
  `/compare?${CHOSEN}&near=90012`,
  `/call-sheet?${CHOSEN}`,
  "/find?payment=medi-cal&language=spanish&sort=rank",
  `/shortlist?${CHOSEN}`,
];
const inBothLanguages = (paths: string[]) => [...paths, ...paths.map((path) => (path === "/" ? "/es" : `/es${path}`))];
const ERRORS = [
  "/rankings/method/99",
  "/listings/there-is-no-such-place",
  "/blog/there-is-no-such-post",
  "/inquiry",
  "/es/inquiry",
  "/no/such/page",
  "/es/no/such/page",
];

/** Everything a page asks for and everything its policy refuses, from its first byte. */
async function watch(page: Page) {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener("securitypolicyviolation", (event) => {
      refused.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return {
    requests,
    refused: () => page.evaluate(() => (window as unknown as { refused: string[] }).refused),
  };
}

async function expectSafeHeaders(page: Page, path: string, status = 200) {
  const response = await page.goto(path, { waitUntil: "networkidle" });
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
  return headers;
}

for (const path of [...inBothLanguages([...READING, ...TOOLS]), "/admin/sign-in", ...ERRORS]) {
  test(`${path} keeps its own strict policy and asks nobody else for anything`, async ({ page, baseURL }) => {
    const seen = await watch(page);
    await expectSafeHeaders(page, path, ERRORS.includes(path) ? 404 : 200);
    expect(await seen.refused()).toEqual([]);
    expect(seen.requests.filter((url) => !url.startsWith(`${baseURL}/`) && !url.startsWith("data:"))).toEqual([]);
    await expect(page.locator("h1")).toHaveCount(1);
  });
}

for (const path of inBothLanguages(READING)) {
  test(`${path} is a document: no script but the two small ones of ours`, async ({ page, request }) => {
    const html = await (await request.get(path)).text();
    const scripts = [...html.matchAll(/<script(?![^>]*application\/ld\+json)([^>]*)>/g)].map(
      ([, attributes]) => attributes,
    );
    const ours = ["/quick-exit.js", "/shortlist.js"];
    expect(scripts.map((attributes) => /src="([^"]+)"/.exec(attributes ?? "")?.[1])).toEqual(ours);
    const sizes = await Promise.all(ours.map(async (script) => (await (await request.get(script)).body()).length));
    expect(sizes[0]! + sizes[1]!).toBeLessThan(3000);
    expect(html).not.toMatch(/\sstyle="/);
    await page.goto(path);
    await expect(page.locator('a[href="tel:911"]').first()).toBeVisible();
    await expect(page.locator('a[href="tel:988"]').first()).toBeVisible();
  });
}

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const COLOR_RULES = ["color-contrast", "link-in-text-block"];
// The map of all kinds is the map of one kind with more markers, which axe reads for a minute.
const READ_BY_AXE = [...READING.filter((path) => path !== "/map"), ...TOOLS];
for (const path of [...inBothLanguages(READ_BY_AXE), "/admin/sign-in"]) {
  test(`${path} has no accessibility failure, light and dark, and fits 320 px`, async ({ page }) => {
    test.slow(path.includes("rankings"), "the whole list is one page");
    await page.setViewportSize({ width: 320, height: 640 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      // The rows of a long list are alike.
      const axe = new AxeBuilder({ page }).exclude("main ol > li:nth-child(n + 13)");
      // Only colors differ in the dark.
      const rules = colorScheme === "light" ? axe.withTags(WCAG_22_AA) : axe.withRules(COLOR_RULES);
      const { violations } = await rules.analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });
}

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
