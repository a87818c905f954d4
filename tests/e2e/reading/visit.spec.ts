// What a tab remembers while it is open: its last search, and that no other language is wanted. Nothing of it is sent.
import { expect, test, type Page } from "@playwright/test";
import { AURORA } from "../../support/public-pages";

const SEARCH = "/listings?q=covina&payment=medi-cal";
const kept = (page: Page) => page.evaluate(() => Object.fromEntries(Object.entries(sessionStorage)));
const offerOn = (page: Page) => page.locator("[data-language-offer]");

test("a place that was found leads back to the search, in the language it is read in, also from its neighbor", async ({
  page,
}) => {
  await page.goto(SEARCH);
  await page.goto(`/listings/${AURORA}`);
  const back = page.getByRole("link", { name: "Back to your search" });
  await expect(back).toHaveAttribute("href", SEARCH);
  await expect(page.getByRole("link", { name: "All places" })).toHaveCount(0);
  await page.goto(`/es/listings/${AURORA}`);
  await expect(page.getByRole("link", { name: "Volver a su búsqueda" })).toHaveAttribute("href", `/es${SEARCH}`);
  await page.goto(`/listings/${AURORA}/asked?payment=medi-cal`);
  await back.click();
  await expect(page).toHaveURL(SEARCH);
  await expect(page.locator("#results")).toBeVisible();
});

test("the last search counts, and looking at all places is no search", async ({ page }) => {
  await page.goto(SEARCH);
  await page.goto("/listings?q=pasadena");
  await page.goto(`/listings/${AURORA}`);
  await expect(page.getByRole("link", { name: "Back to your search" })).toHaveAttribute("href", "/listings?q=pasadena");
  await page.goto("/listings");
  await page.goto(`/listings/${AURORA}`);
  await expect(page.getByRole("link", { name: "All places" })).toHaveAttribute("href", "/listings");
});

test("another tab knows nothing of it, and no request carries it", async ({ page, context }) => {
  const sent: string[] = [];
  await page.goto(SEARCH);
  page.on("request", (request) => sent.push(`${request.url()} ${JSON.stringify(request.headers())}`));
  await page.goto(`/listings/${AURORA}`);
  await expect(page.getByRole("link", { name: "Back to your search" })).toBeVisible();
  expect(sent.filter((request) => request.includes("medi-cal"))).toEqual([]);
  const other = await context.newPage();
  await other.goto(`/listings/${AURORA}`);
  await expect(other.getByRole("link", { name: "All places" })).toBeVisible();
});

for (const way of ["the button", "Escape pressed three times"])
  test(`quick exit by ${way} forgets it`, async ({ page }) => {
    await page.route("https://www.weather.gov/**", (route) => route.fulfill({ body: "weather" }));
    await page.goto(SEARCH);
    await page.goto(`/listings/${AURORA}`);
    expect(await kept(page)).toEqual({ search: "?q=covina&payment=medi-cal" });
    if (way === "the button") await page.locator("[data-quick-exit]").click();
    else for (let press = 0; press < 3; press++) await page.keyboard.press("Escape");
    await page.waitForURL("https://www.weather.gov/lox/");
    await page.goto("/rankings");
    expect(await kept(page)).toEqual({});
    await page.goto(`/listings/${AURORA}`);
    await expect(page.getByRole("link", { name: "All places" })).toBeVisible();
  });

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false, locale: "es-US" });

  test("the way back leads to all places, and no language is offered", async ({ page }) => {
    await page.goto(SEARCH);
    await page.goto(`/listings/${AURORA}`);
    await expect(page.getByRole("link", { name: "All places" })).toHaveAttribute("href", "/listings");
    await expect(page.getByRole("link", { name: "Back to your search" })).toBeHidden();
    await expect(offerOn(page)).toBeHidden();
  });
});

for (const [locale, path, link, leadsTo] of [
  ["es-MX", `/listings/${AURORA}`, "Leer esta página en español", `/es/listings/${AURORA}`],
  ["es-MX", "/listings?q=covina", "Leer esta página en español", "/es/listings?q=covina"],
  ["en-GB", "/es", "Read this page in English", "/"],
] as const)
  test.describe(`a browser that asks for ${locale}`, () => {
    test.use({ locale });

    test(`is offered it on ${path}, in one line`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(path);
      const offer = offerOn(page).getByRole("link", { name: link });
      await expect(offer).toBeVisible();
      const [box, header] = [await offerOn(page).boundingBox(), await page.locator("header").first().boundingBox()];
      expect(box?.height).toBeLessThan(50);
      expect(box?.y).toBeGreaterThanOrEqual(header!.y + header!.height);
      expect(header!.y + header!.height).toBeLessThanOrEqual(0.15 * 740);
      // The switch says the same, and comes back with a no.
      await expect(page.locator("main > .beside-title")).toBeHidden();
      await offer.click();
      await expect(page).toHaveURL(leadsTo);
      await expect(offerOn(page)).toBeHidden();
    });

    test(`is not asked again after a no on ${path}, until the site was left by quick exit`, async ({ page }) => {
      await page.route("https://www.weather.gov/**", (route) => route.fulfill({ body: "weather" }));
      await page.goto(path);
      await offerOn(page).getByRole("button").click();
      await expect(offerOn(page)).toBeHidden();
      await expect(page.locator("main > .beside-title a")).toBeVisible();
      await page.goto(path);
      await expect(page.locator("h1")).toBeVisible();
      await expect(offerOn(page)).toBeHidden();
      await page.locator("[data-quick-exit]").click();
      await page.waitForURL("https://www.weather.gov/lox/");
      await page.goto(path);
      await expect(offerOn(page)).toBeVisible();
    });
  });

test.describe("a browser that asks for another language first", () => {
  test.use({ locale: "ko-KR" });

  test("is offered none", async ({ page }) => {
    await page.goto("/");
    await expect(page.locator("[data-shortlist]").first()).toBeVisible();
    await expect(offerOn(page)).toBeHidden();
  });
});

test.describe("where the other language does not exist", () => {
  test.use({ locale: "es-US" });

  test("a page that is missing offers none", async ({ page }) => {
    await page.goto("/no/such/page");
    await expect(page.locator("h1")).toBeVisible();
    await expect(offerOn(page)).toBeHidden();
  });
});
