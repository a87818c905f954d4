import { expect, test, type Page } from "@playwright/test";

/** Pages where Medi-Cal and phones stand close. */
const PAGES = [
  "/",
  "/rankings",
  "/rankings/page/1",
  "/rankings/method",
  "/rankings/mine",
  "/listings?q=medi-cal&payment=medi-cal",
  "/find",
  "/blog",
  "/help-now",
];
const POSTS = [
  "/blog/heroin-treatment-that-costs-nothing-in-los-angeles",
  "/es/blog/heroin-treatment-that-costs-nothing-in-los-angeles",
];
const SURELY = ["/listings?q=medi-cal&payment=medi-cal", ...POSTS];

interface Found {
  text: string;
  lines: number;
}

/** Every word of the page that may not break, as it is drawn: on how many lines it stands. */
function wordsOf(page: Page): Promise<Found[]> {
  return page.evaluate(() => {
    const word = /Medi-Cal|(?<![\d-])(?:\d-)?\d{3}-\d{3}-\d{4}(?![\d-])|(?<![\d-])\d{5}-\d{4}(?![\d-])|24\/7|P\.O\./g;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: { text: string; lines: number }[] = [];
    // What is there for screen readers alone has a pixel's width, and what is folded away has no width of its own.
    const isSeen = ({ parentElement }: Node) =>
      parentElement?.checkVisibility() && parentElement.closest<HTMLElement>("[class*=sr-only]")?.offsetWidth !== 1;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: text, index } of node.textContent?.matchAll(word) ?? []) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + text.length);
        const tops = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top)));
        if (tops.size > 0 && isSeen(node)) found.push({ text, lines: tops.size });
      }
    }
    return found;
  });
}

for (const path of [...PAGES.flatMap((each) => [each, each === "/" ? "/es" : `/es${each}`]), ...POSTS])
  test(`at 320 px no line breaks inside Medi-Cal, a phone or "24/7" (${path})`, async ({ page }) => {
    // Each width breaks lines elsewhere.
    for (const width of [320, 347, 389]) {
      await page.setViewportSize({ width, height: 740 });
      if (width === 320) await page.goto(path);
      const words = await wordsOf(page);
      expect(words.length).toBeGreaterThan(0);
      expect(words.filter(({ lines }) => lines !== 1)).toEqual([]);
      expect(words.some(({ text }) => text === "Medi-Cal") || !SURELY.includes(path)).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });

test("who copies or searches finds Medi-Cal with its plain hyphen", async ({ page }) => {
  await page.goto(POSTS[0]!);
  const copied = await page.evaluate(() => {
    const post = document.querySelector("main article, main")!;
    getSelection()?.selectAllChildren(post);
    return getSelection()!.toString();
  });
  expect(copied).toMatch(/\bMedi-Cal\b/);
  expect(copied).not.toMatch(/Medi[^-\w\s]|Medi-\s|\u2011|\u2060|\u200b/);
  const isFound = await page.evaluate(() => {
    getSelection()?.removeAllRanges();
    return (window as unknown as { find: (text: string) => boolean }).find("Medi-Cal");
  });
  expect(isFound).toBe(true);
});
