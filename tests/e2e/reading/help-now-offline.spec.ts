// "Help right now" after one visit, without a connection; and what that leaves on the device.
import { expect, test, type BrowserContext, type Page } from "@playwright/test";

const FORMS = [
  {
    path: "/help-now",
    title: "Help right now",
    kept: "Your browser has kept this page",
    remove: "Remove it from this device",
  },
  {
    path: "/es/help-now",
    title: "Ayuda ahora mismo",
    kept: "Su navegador guardó esta página",
    remove: "Quitarla de este dispositivo",
  },
] as const;

/** What the page's worker keeps, and the scopes of all workers. */
async function onDevice(page: Page) {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const workers = await navigator.serviceWorker.getRegistrations();
    const pathOf = (url: string) => new URL(url).pathname;
    return { kept: requests.flat().map(({ url }) => pathOf(url)), scopes: workers.map(({ scope }) => pathOf(scope)) };
  });
}

async function visit(page: Page, { path, kept }: (typeof FORMS)[number]) {
  await page.goto(path);
  await expect(page.getByText(kept)).toBeVisible();
}

async function withoutConnection(context: BrowserContext, during: () => Promise<void>) {
  await context.setOffline(true);
  await during();
  await context.setOffline(false);
}

for (const form of FORMS)
  test.describe(`${form.path} on a phone`, () => {
    test("opens without a connection after one visit, whole, and nothing else does", async ({ page, context }) => {
      await visit(page, form);
      const { scopes } = await onDevice(page);
      expect(scopes).toEqual([form.path]);
      const failed: string[] = [];
      await withoutConnection(context, async () => {
        page.on("requestfailed", (request) => failed.push(request.url()));
        await page.goto(form.path);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(form.title);
        await expect(page.getByRole("main").locator('a[href="tel:911"]').first()).toBeVisible();
        await expect
          .poll(() => page.evaluate(() => [...document.fonts].filter(({ status }) => status === "loaded").length))
          .toBeGreaterThan(1);
        expect(failed).toEqual([]);
        await expect(page.goto("/rankings")).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
      });
    });

    test("leaves the device when asked, and says so", async ({ page, context }) => {
      await visit(page, form);
      await page.getByRole("button", { name: form.remove }).click();
      await expect(page.locator("[data-kept=removed]")).toBeFocused();
      expect(await onDevice(page)).toEqual({ kept: [], scopes: [] });
      await page.reload();
      await expect(page.locator("[data-kept=removed]")).toBeVisible();
      expect(await onDevice(page)).toEqual({ kept: [], scopes: [] });
      await withoutConnection(context, async () => {
        await expect(page.goto(form.path)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
      });
    });
  });

test("with a connection the page comes from the site, and replaces what was kept of an older build", async ({
  page,
}) => {
  const [form] = FORMS;
  await visit(page, form);
  const { kept } = await onDevice(page);
  const OLD = "/_next/static/older-build.css";
  await page.evaluate(
    async ([path, file]) => {
      const [name = ""] = await caches.keys();
      const cache = await caches.open(name);
      await cache.put(path!, new Response("<p>older</p>", { headers: { "content-type": "text/html" } }));
      await cache.put(file!, new Response(""));
    },
    [form.path, OLD],
  );
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(form.title);
  await expect.poll(async () => (await onDevice(page)).kept.toSorted()).toEqual(kept.toSorted());
  const text = await page.evaluate(async (path) => (await caches.match(path))?.text(), form.path);
  expect(text).toContain(form.title);
});

test("other pages keep nothing", async ({ page }) => {
  await page.goto("/");
  await page.goto("/es/privacy");
  expect(await onDevice(page)).toEqual({ kept: [], scopes: [] });
});

test("without scripts nothing is kept, and nothing is said of it", async ({ browser, baseURL: base }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${base}/help-now`);
  await expect(page.locator("[data-kept-page]")).toBeHidden();
  await context.close();
});
