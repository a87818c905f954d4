import { expect, type Page } from "@playwright/test";
import { accessibilityFailures } from "./accessibility";
import { untilHydrated, watch } from "./page-watch";

/** Visits an admin page, which is stored nowhere, found by no search engine, accessible, and breaks no policy. */
export async function expectCleanAdminPage(page: Page, path: string): Promise<void> {
  const seen = await watch(page);
  const answer = await page.goto(path);
  await untilHydrated(page);
  expect(answer?.status()).toBe(200);
  expect(answer?.headers()["cache-control"]).toContain("no-store");
  expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
  expect(answer?.headers()["content-security-policy"]).not.toContain("unsafe");
  await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute("content", /noindex/);
  // As the server sent it; scripts may set styles.
  expect(await answer?.text()).not.toMatch(/<[^>]+\sstyle=/);
  expect(await accessibilityFailures(page, "everything")).toEqual([]);
  expect(seen.errors).toEqual([]);
  expect(await seen.refused()).toEqual([]);
}
