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

    test("the menu says where the person is, on a page for all and on an answer to one", async ({ page }) => {
      const current = page.locator("header nav [aria-current=page]");
      for (const part of ["/rankings", "/listings?q=covina", "/shortlist"]) {
        await page.goto(`${path === "/" ? "" : path}${part}`);
        await expect(current).toHaveCount(1);
        await expect(current).toHaveAttribute("href", new URL(page.url()).pathname);
      }
      await page.goto(`${path === "/" ? "" : path}/rankings/data`);
      await expect(current).toHaveCount(0);
    });
  });

test("on a desktop the menu stands open", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("header summary")).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Rankings" })).toBeVisible();
});

test("three picks are the first of the ranking, each with a reason made of facts and its phone", async ({ page }) => {
  await page.goto("/rankings/page/1");
  const names = page.getByRole("main").locator("section[id^=band-] > ol > li h3 a");
  const ranked = (await names.allTextContents()).slice(0, 3);
  await page.goto("/");
  const picks = page.getByRole("region", { name: "Three to begin with" }).getByRole("listitem");
  await expect(picks).toHaveCount(3);
  expect(await picks.locator("h3 a").allTextContents()).toEqual(ranked);
  for (const pick of await picks.all()) {
    await expect(pick).toContainText(/Gives (methadone|buprenorphine).*\.(?: It says that it .+\.)?/);
    await expect(pick.getByRole("link", { name: /^Call .+: \d{3}-\d{3}-\d{4}/ })).toHaveAttribute("href", /^tel:\+1/);
  }
});

for (const [path, caption] of [
  ["/", "Points per group"],
  ["/es", "Puntos por grupo"],
] as const)
  test(`one picture says how the order is made: the method's groups, which make 100 (${path})`, async ({ page }) => {
    const weightsOn = async (url: string) => {
      await page.goto(url);
      const rows = page.getByRole("table", { name: caption }).locator("tbody tr");
      return rows.evaluateAll((all) =>
        all.map((row) => ({
          name: row.querySelector("a")?.textContent ?? "",
          points: Number(row.lastElementChild?.textContent),
          bar: Number(row.querySelector("rect")?.getAttribute("width")),
        })),
      );
    };
    const drawn = await weightsOn(path);
    expect(drawn).toHaveLength(8);
    expect(drawn.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    const perPoint = drawn[0]!.bar / drawn[0]!.points;
    for (const { bar, points } of drawn) expect(bar).toBeCloseTo(points * perPoint, 5);
    expect(await weightsOn(`${path === "/" ? "" : path}/rankings/method`)).toEqual(drawn);
  });

for (const path of ["/", "/es", "/es/rankings/method"])
  test(`on a phone the footer of ${path} takes one screen at most`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto(path);
    expect((await page.locator("footer").boundingBox())?.height).toBeLessThanOrEqual(PHONE.height);
  });

test("the Spanish home is in Spanish and names its English form", async ({ page }) => {
  await page.goto("/es");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Puede recibir ayuda hoy");
  await expect(page.locator('link[rel="alternate"][hreflang="en"]')).toHaveAttribute("href", /\/$|:\d+$/);
  await expect(page.getByRole("main").getByRole("link", { name: "English" })).toHaveAttribute("href", "/");
});
