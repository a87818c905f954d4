import type { Page } from "@playwright/test";

/** The URL of a page about chosen places. */
export const pathOf = (path: string, slugs: string[], more = "") =>
  `${path}?${slugs.map((slug) => `place=${slug}`).join("&")}${more}`;

/** The slugs of the first places of the ranking. */
export async function firstRanked(page: Page, count: number): Promise<string[]> {
  await page.goto("/rankings/page/1");
  const links = page.locator("section[id^=band-] li h3 a");
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return hrefs.slice(0, count).map((href) => href.replace("/listings/", ""));
}
