import { expect, test, type Page } from "@playwright/test";
import {
  accessibilityFailures,
  brokenNumbers,
  goDark,
  overflowOf,
  overflowOfDoubleText,
} from "../../support/accessibility";

const PHONE = { width: 360, height: 740 };
const cards = (page: Page) => page.getByRole("main").locator("ol > li");

/** Of the cards on the page, in pixels, and where the first begins. */
async function heightsOf(page: Page): Promise<{ first: number; median: number }> {
  const boxes = await cards(page).evaluateAll((all) =>
    all.map((card) => {
      const { top, height } = card.getBoundingClientRect();
      return { top: top + window.scrollY, height };
    }),
  );
  const heights = boxes.map(({ height }) => height).toSorted((a, b) => a - b);
  return { first: boxes[0]?.top ?? Infinity, median: heights[Math.floor(heights.length / 2)] ?? Infinity };
}

test.describe("on a phone", () => {
  test.use({ viewport: PHONE });

  // In Spanish the page begins with an offer to read it in English here.
  for (const [path, first, median] of [
    ["/listings", 550, 230],
    ["/es/listings", 620, 230],
    ["/listings?q=methadone+90022", 560, 245],
    ["/es/listings?q=metadona+90022", 610, 245],
    ["/listings?q=Koreatown", 560, 230],
    ["/listings?payment=medi-cal&language=spanish&keeping=on-methadone", 650, 245],
    ["/es/listings?payment=medi-cal&language=spanish&keeping=on-methadone", PHONE.height, 245],
    ["/listings?sort=name", 500, 200],
  ] as const)
    test(`${path}: three places stand on a screen, and the first is soon reached`, async ({ page }) => {
      await page.goto(path);
      const heights = await heightsOf(page);
      expect(heights.median).toBeLessThanOrEqual(median);
      expect(heights.first).toBeLessThanOrEqual(first);
    });

  for (const query of [
    "q=pasedena+xylophone+free+overdose&near=the+valley",
    "q=methadon+clinc+for+my+son+free&near=90012&payment=medi-cal&language=spanish&people=a-woman",
    "q=overdose&near=nowhere&medication=methadone&medication=buprenorphine&payment=medi-cal",
    "q=Springfield+recovery+center&near=Downey&payment=medi-cal&keeping=on-methadone&people=a-woman&kind=residential",
    "q=xyzzy+long+beach&near=the+moon&payment=castle&foo=bar",
    "q=women+with+kids+medi-cal+south+la",
    "q=mujeres+con+hijos+medi-cal+el+monte",
  ])
    test(`whatever there is to say about ${query}, the first place is within a screen and a half`, async ({
      browser,
      baseURL: base = "",
    }) => {
      for (const [locale, path] of [
        ["en-US", "/listings"],
        ["es-US", "/es/listings"],
      ] as const) {
        const page = await browser.newPage({ baseURL: base, locale, viewport: PHONE });
        await page.goto(`${path}?${query}`);
        const { first } = await heightsOf(page);
        expect.soft([path, first > 1.5 * PHONE.height && first]).toEqual([path, false]);
        expect.soft([path, await overflowOf(page)]).toEqual([path, 0]);
        await page.close();
      }
    });

  test("a card's actions are one row of targets for thumbs", async ({ page }) => {
    await page.goto("/listings");
    const actions = cards(page).first().locator("a[href^='tel:'], button, a[href*='/compare']");
    await expect(actions).toHaveCount(3);
    await expect(actions.nth(1)).toBeVisible();
    const boxes = await actions.evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect),
    );
    for (const { height } of boxes) expect(height).toBeGreaterThanOrEqual(44);
    expect(new Set(boxes.map(({ top, height }) => Math.round(top + height / 2))).size).toBe(1);
  });
});

test.describe("at 320 px and text of double size", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  for (const path of [
    "/listings?sort=name&unknown=include&language=greek&medication=methadone",
    "/es/listings?q=long+beach&medication=buprenorphine&unknown=include&payment=medi-cal",
    "/es/listings?people=a-veteran&kind=opioid_treatment_program",
  ])
    test(`${path} is never wider than its window`, async ({ page }) => {
      await page.goto(path);
      expect(await overflowOf(page)).toBe(0);
      expect(await overflowOfDoubleText(page)).toBe(0);
    });
});

test.describe("on a desktop", () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test("a card is two columns of text, with the actions at the right", async ({ page }) => {
    await page.goto("/listings");
    const parts = await cards(page)
      .first()
      .locator("> *")
      .evaluateAll((all) => all.map((part) => part.getBoundingClientRect().toJSON() as DOMRect));
    expect(parts).toHaveLength(3);
    expect(new Set(parts.map(({ top }) => Math.round(top))).size).toBe(1);
    expect(parts.map(({ left }) => left)).toEqual(parts.map(({ left }) => left).toSorted((a, b) => a - b));
    await expect(page.locator("form summary").first()).toBeHidden();
    await expect(page.getByLabel("Nearest first")).toBeVisible();
    for (const width of [768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto("/listings?near=90012&medication=methadone");
      expect(await brokenNumbers(page)).toEqual([]);
    }
  });
});

for (const [locale, label] of [
  ["", "Skip to results"],
  ["/es", "Ir a los resultados"],
] as const)
  test(`the second way past the header leads to the places (${locale || "/"})`, async ({ page }) => {
    await page.goto(`${locale}/listings?payment=medi-cal`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: label })).toBeFocused();
    await expect(page.getByRole("link", { name: label })).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.locator("#results")).toBeFocused();
    await page.goto(`${locale}/find`);
    await expect(page.getByRole("link", { name: label })).toHaveCount(0);
  });

test("cards are read by everybody: axe finds nothing, in the light and in the dark", async ({ page }) => {
  await page.goto("/listings?payment=medi-cal&unknown=include&language=greek&kind=residential");
  expect(await accessibilityFailures(page, "everything")).toEqual([]);
  await goDark(page);
  expect(await accessibilityFailures(page, "colors")).toEqual([]);
});
