import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

/** The small form: a page reads it in two thirds of the time. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const COLOR_RULES = ["color-contrast", "link-in-text-block"];
const ROWS_KEPT = 12;

interface Axe {
  run: (context: Document, options: RunOptions) => Promise<AxeResults>;
}

/** `everything` adds the best practices to WCAG 2.2 AA; `structure` is WCAG 2.2 AA without colors. */
const RULES = {
  everything: {},
  wcag: { runOnly: WCAG_22_AA },
  structure: { runOnly: WCAG_22_AA, rules: Object.fromEntries(COLOR_RULES.map((id) => [id, { enabled: false }])) },
  colors: { runOnly: { type: "rule", values: COLOR_RULES } },
} satisfies Record<string, RunOptions>;

/**
 * What axe finds wrong on the page as it stands: each rule with the first element that breaks it. Lists of alike rows
 * are shortened for it, so look at the page's layout before, and at nothing but colors after.
 */
export async function accessibilityFailures(page: Page, rules: keyof typeof RULES): Promise<string[]> {
  if (await page.evaluate(() => !("axe" in window))) {
    // Evaluated by the debugger, not by the page, so its policy does not matter.
    await page.evaluate(AXE);
    await shortenLists(page);
  }
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: Axe }).axe.run(document, options),
    { ...RULES[rules], resultTypes: ["violations" as const] },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/**
 * Rows are alike that are the same element, with the same classes and parts, in lists that are alike. What holds for a
 * dozen of them holds for all; each list keeps its first.
 */
async function shortenLists(page: Page): Promise<void> {
  await page.evaluate((kept) => {
    const nameOf = (element: Element) => `${element.localName}.${element.getAttribute("class")}`;
    const seen = new Map<string, number>();
    for (const list of document.querySelectorAll("main :is(ol, ul, dl, tbody, select, svg, g)")) {
      const first = new Set<string>();
      for (const row of Array.from(list.children)) {
        const shape = [list, row, ...row.children].map(nameOf).join();
        const count = (seen.get(shape) ?? 0) + 1;
        seen.set(shape, count);
        if (count > kept && first.has(shape)) row.remove();
        first.add(shape);
      }
    }
  }, ROWS_KEPT);
}

/** Sets the dark colors without loading the page again. */
export const goDark = (page: Page) => page.emulateMedia({ colorScheme: "dark" });

/** How far the page is wider than its window; WCAG's reflow asks for 0 at 320 px. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** How long the page is in a window of another size; the window is left as it was. */
export async function heightAt(page: Page, size: { width: number; height: number }): Promise<number> {
  const before = page.viewportSize();
  await page.setViewportSize(size);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (before) await page.setViewportSize(before);
  return height;
}

/** `overflowOf` with text of double size, which some set in their browser; the page is left as it was. */
export async function overflowOfDoubleText(page: Page): Promise<number> {
  const setSize = (size: string) =>
    page.evaluate((fontSize) => void Object.assign(document.documentElement.style, { fontSize }), size);
  await setSize("200%");
  const overflow = await overflowOf(page);
  await setSize("");
  return overflow;
}

/**
 * Telephone numbers that stand in two lines, also in what is folded; the page is left as it was. The running text of what
 * people wrote is not looked at: it breaks as text does.
 */
export async function brokenNumbers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const folded = [...document.querySelectorAll("details:not([open])")];
    for (const each of folded) each.toggleAttribute("open", true);
    const broken: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
      if (text.parentElement?.closest("script, .sr-only, .prose")) continue;
      for (const { 0: number, index } of text.data.matchAll(/(?:1-)?\d{3}-\d{3}-\d{4}/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + number.length);
        const lines = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(number);
      }
    }
    for (const each of folded) each.toggleAttribute("open", false);
    return broken;
  });
}

/**
 * What is drawn narrow because the language switch floats beside its first line: text flows around it, boxes do not.
 * A page without that switch says so.
 */
export async function squeezedBesideSwitch(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const float = document.querySelector("main > .beside-title");
    if (!float) return ["no language switch"];
    const { bottom, left } = float.getBoundingClientRect();
    return [...document.querySelectorAll("main *")]
      .filter((element) => /^(?:grid|flex|flow-root|table)$/.test(getComputedStyle(element).display))
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return !float.contains(element) && box.top < bottom && box.bottom > bottom + 1 && box.right <= left;
      })
      .map((element) => `${element.localName}.${element.className}`);
  });
}
