import { expect, test } from "@playwright/test";

test("the first screen says what this is and leads to what a person comes for", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("ranked by a method you can check");
  const main = page.getByRole("main");
  for (const [name, path] of [
    ["Answer a few questions", "/find"],
    ["See the rankings", "/rankings"],
    ["See the map", "/map"],
    ["Find a place", "/listings"],
    ["Ask us, with your permission", "/contact"],
    ["Help right now", "/help-now"],
  ] as const)
    await expect(main.getByRole("link", { name: new RegExp(name) })).toHaveAttribute("href", path);
  await expect(main.getByRole("link", { name: "Call 911" })).toHaveAttribute("href", "tel:911");
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
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tratamiento del consumo de heroína");
  await expect(page.locator('link[rel="alternate"][hreflang="en"]')).toHaveAttribute("href", /\/$|:\d+$/);
  await expect(page.getByRole("main").getByRole("link", { name: "English" })).toHaveAttribute("href", "/");
});
