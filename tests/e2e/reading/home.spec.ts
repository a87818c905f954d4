import { expect, test } from "@playwright/test";

/** A phone as many have it. */
const PHONE = { width: 360, height: 740 };
/** How much of its window a page's header may take: the help lines and one row. */
const HEADER = 0.15 * PHONE.height;

for (const [path, words] of [
  ["/", { field: "ZIP code, city or name of a place", what: "What to do", guide: "Not sure? Answer six questions" }],
  ["/es", { field: "Código postal, ciudad o nombre de un lugar", what: "Qué hacer", guide: "¿No sabe? Conteste" }],
] as const)
  test.describe(`without scripts, on a phone (${path})`, () => {
    test.use({ javaScriptEnabled: false, viewport: PHONE });

    test("the first screen has who to call, a search, what to do in danger, and whom to ask", async ({ page }) => {
      await page.goto(path);
      const under = path === "/" ? "" : "/es";
      const main = page.getByRole("main");
      const first = [
        page.locator('a[href="tel:911"]').first(),
        page.locator('a[href="tel:988"]').first(),
        page.locator('a[href="tel:18006624357"]').first(),
        page.locator("[data-quick-exit]"),
        page.getByLabel(words.field),
        ...["methadone", "buprenorphine", "medi-cal"].map((value) => main.locator(`input[value="${value}"]`)),
        main.getByRole("link", { name: words.guide }),
        main.locator('a[href="tel:911"]'),
        main.getByRole("link", { name: words.what }),
        main.locator(`a[href="${under}/contact"]`).first(),
      ];
      for (const element of first) await expect(element).toBeInViewport({ ratio: 1 });
      const header = await page.locator("header").first().boundingBox();
      expect((header?.y ?? PHONE.height) + (header?.height ?? 0)).toBeLessThanOrEqual(HEADER);
    });

    test("the menu and the other help lines open, and the search leads to places", async ({ page }) => {
      await page.goto(path);
      const menu = page.locator("header nav");
      await expect(menu).toBeHidden();
      await page.locator("header summary").click();
      await expect(menu.getByRole("link")).toHaveCount(6);
      await page.locator("header summary").click();
      const lines = page.locator("[data-crisis-lines] details");
      await lines.locator("summary").click();
      await expect(lines.locator('a[href="tel:18008547771"]')).toBeVisible();
      await lines.locator("summary").click();
      await page.getByLabel(words.field).fill("Long Beach");
      await page.locator('main input[value="methadone"]').check();
      await page.locator("main form button").click();
      await expect(page).toHaveURL(/\/listings\?q=Long\+Beach&medication=methadone$/);
      await expect(page.locator("#results")).toBeVisible();
    });
  });

test("on a desktop the menu stands open", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("header summary")).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Rankings" })).toBeVisible();
});

test("the preview shows the first places of the ranking in its order", async ({ page }) => {
  const names = () => page.getByRole("main").locator("ol > li h3 a").allTextContents();
  await page.goto("/rankings");
  const ranked = (await names()).slice(0, 3);
  await page.goto("/");
  expect((await names()).slice(0, 3)).toEqual(ranked);
});

test("the Spanish home is in Spanish and names its English form", async ({ page }) => {
  await page.goto("/es");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Puede recibir ayuda hoy");
  await expect(page.locator('link[rel="alternate"][hreflang="en"]')).toHaveAttribute("href", /\/$|:\d+$/);
  await expect(page.getByRole("main").getByRole("link", { name: "English" })).toHaveAttribute("href", "/");
});
